import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { Location } from '#core/organisation'
import { hashToken } from '#core/platform'
import { Reservation, Service } from '#core/scheduling'
import { Draft } from '#plugins/booking/models/draft'
import { columnsOf, recordIn } from '#plugins/booking/queries/joined'
import type { Offer } from '#plugins/booking/queries/offers'

export type DraftPage = { draft: Draft; offer: Offer; token: string }

/** A draft with its hold and what it is about. None for an unknown secret. */
export async function draftPage(token: string): Promise<DraftPage | null> {
  const draft = await wholeDraft(db.connection(), { 'booking_drafts.token_hash': hashToken(token) })
  return draft && { draft, offer: { service: draft.service, location: draft.location }, token }
}

type Wanted = { 'booking_drafts.id': number } | { 'booking_drafts.token_hash': string }

/** A draft with its reservation, service and location, in one statement. */
export async function wholeDraft(
  client: QueryClientContract,
  wanted: Wanted
): Promise<Draft | null> {
  const row = await client
    .from(Draft.table)
    .join(Service.table, `${Service.table}.id`, 'booking_drafts.service_id')
    .join(Location.table, `${Location.table}.id`, 'booking_drafts.location_id')
    .leftJoin(Reservation.table, `${Reservation.table}.id`, 'booking_drafts.reservation_id')
    .where(wanted)
    .select(columnsOf(Draft, Service, Location, Reservation))
    .first()
  if (!row) return null
  const draft = recordIn(Draft, row)!
  draft.$setRelated('service', recordIn(Service, row)!)
  draft.$setRelated('location', recordIn(Location, row)!)
  if (draft.reservationId !== null) draft.$setRelated('reservation', recordIn(Reservation, row)!)
  return draft
}
