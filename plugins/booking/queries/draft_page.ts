import db from '@adonisjs/lucid/services/db'
import { Location } from '#core/organisation'
import { hashToken, rows, type Client } from '#core/platform'
import { Reservation, Service } from '#core/scheduling'
import { Draft } from '#plugins/booking/models/draft'
import { columnsOf, recordIn, type JoinedRow } from '#plugins/booking/queries/joined'
import type { Offer } from '#plugins/booking/queries/offers'

export type DraftPage = { draft: Draft; offer: Offer; token: string }

/** A draft with its hold and what it is about. None for an unknown secret. */
export async function draftPage(token: string): Promise<DraftPage | null> {
  const draft = await wholeDraft(db.connection(), { tokenHash: hashToken(token) })
  return draft && { draft, offer: { service: draft.service, location: draft.location }, token }
}

type Wanted = { id: number } | { tokenHash: string }

/** Written once: building it again for each page would cost more than running it. */
const select = (column: string) => `
  select ${columnsOf(Draft, Service, Location, Reservation).join(', ')}
  from ${Draft.table}
  join ${Service.table} on ${Service.table}.id = booking_drafts.service_id
  join ${Location.table} on ${Location.table}.id = booking_drafts.location_id
  left join ${Reservation.table} on ${Reservation.table}.id = booking_drafts.reservation_id
  where booking_drafts.${column} = ?`

const BY = { id: select('id'), tokenHash: select('token_hash') }

/** A draft with its reservation, service and location, in one statement. */
export async function wholeDraft(client: Client, wanted: Wanted): Promise<Draft | null> {
  const [row] =
    'id' in wanted
      ? await rows<JoinedRow>(client, BY.id, [wanted.id])
      : await rows<JoinedRow>(client, BY.tokenHash, [wanted.tokenHash])
  if (!row) return null
  const draft = recordIn(Draft, row)!
  draft.$setRelated('service', recordIn(Service, row)!)
  draft.$setRelated('location', recordIn(Location, row)!)
  if (draft.reservationId !== null) draft.$setRelated('reservation', recordIn(Reservation, row)!)
  return draft
}
