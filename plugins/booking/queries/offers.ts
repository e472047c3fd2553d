import db from '@adonisjs/lucid/services/db'
import { Location } from '#core/organisation'
import { Service } from '#core/scheduling'
import { columnsOf, recordIn } from '#plugins/booking/queries/joined'

const OFFERED = 'scheduling_service_locations'

/** A service at a place where it is offered: what a customer books. */
export type Offer = { service: Service; location: Location }

type Audience = 'public' | 'staff'

/** All offers, services in the operator's order; staff also book services that are not public. */
export async function offers(audience: Audience): Promise<Offer[]> {
  const query = Service.query().where('active', true).orderBy('position').orderBy('id')
  if (audience === 'public') query.where('public', true)
  const services = await query.preload('locations', (places) =>
    places.where('active', true).orderBy('name')
  )
  return services.flatMap((service) => service.locations.map((location) => ({ service, location })))
}

/** B1: the offer that a link names by its stable words; none when it is no longer offered. */
export async function offerOf(
  words: { location: string; service: string },
  audience: Audience
): Promise<Offer | null> {
  const query = db
    .from(Service.table)
    .join(OFFERED, `${OFFERED}.service_id`, `${Service.table}.id`)
    .join(Location.table, `${Location.table}.id`, `${OFFERED}.location_id`)
    .where({ [`${Service.table}.slug`]: words.service, [`${Service.table}.active`]: true })
    .where({ [`${Location.table}.slug`]: words.location, [`${Location.table}.active`]: true })
  if (audience === 'public') query.where(`${Service.table}.public`, true)
  const row = await query.select(columnsOf(Service, Location)).first()
  if (!row) return null
  return { service: recordIn(Service, row)!, location: recordIn(Location, row)! }
}
