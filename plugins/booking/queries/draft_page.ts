import db from '@adonisjs/lucid/services/db'
import { Location } from '#core/organisation'
import { hashToken } from '#core/platform'
import { Reservation, Service } from '#core/scheduling'
import { Draft } from '#plugins/booking/models/draft'
import { columnsOf, recordIn } from '#plugins/booking/queries/joined'
import type { Offer } from '#plugins/booking/queries/offers'

export type DraftPage = { draft: Draft; offer: Offer; token: string }

/** A draft with its hold and what it is about, in one statement. None for an unknown secret. */
export async function draftPage(token: string): Promise<DraftPage | null> {
  const row = await db
    .from(Draft.table)
    .join(Service.table, `${Service.table}.id`, 'booking_drafts.service_id')
    .join(Location.table, `${Location.table}.id`, 'booking_drafts.location_id')
    .leftJoin(Reservation.table, `${Reservation.table}.id`, 'booking_drafts.reservation_id')
    .where('booking_drafts.token_hash', hashToken(token))
    .select(columnsOf(Draft, Service, Location, Reservation))
    .first()
  if (!row) return null
  const draft = recordIn(Draft, row)!
  if (draft.reservationId !== null) draft.$setRelated('reservation', recordIn(Reservation, row)!)
  return {
    draft,
    offer: { service: recordIn(Service, row)!, location: recordIn(Location, row)! },
    token,
  }
}
