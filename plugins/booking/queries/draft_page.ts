import db from '@adonisjs/lucid/services/db'
import { type Client, columnsOf, hashToken, type JoinedRow, recordIn, rows } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Draft } from '#plugins/booking/models/draft'
import { offerBooked, type Offer } from '#plugins/booking/queries/offers'

export type DraftPage = { draft: Draft; offer: Offer; token: string }

/** A draft with its hold and what it is about. None for an unknown secret. */
export async function draftPage(token: string): Promise<DraftPage | null> {
  const draft = await heldDraft(db.connection(), { tokenHash: hashToken(token) })
  return draft && { draft, offer: await offerBooked(draft), token }
}

type Wanted = { id: number } | { tokenHash: string }

/** Written once: building it again for each page would cost more than running it. */
const select = (column: string) => `
  select ${columnsOf(Draft, Reservation).join(', ')}
  from ${Draft.table}
  left join ${Reservation.table} on ${Reservation.table}.id = booking_drafts.reservation_id
  where booking_drafts.${column} = ?`

const BY = { id: select('id'), tokenHash: select('token_hash') }

/** A draft with its reservation, in one statement. */
export async function heldDraft(client: Client, wanted: Wanted): Promise<Draft | null> {
  const [row] =
    'id' in wanted
      ? await rows<JoinedRow>(client, BY.id, [wanted.id])
      : await rows<JoinedRow>(client, BY.tokenHash, [wanted.tokenHash])
  if (!row) return null
  const draft = recordIn(Draft, row)!
  if (draft.reservationId !== null) draft.$setRelated('reservation', recordIn(Reservation, row)!)
  return draft
}
