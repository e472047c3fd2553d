import { clock, rows, type Result, type Trx } from '#core/platform'
import { extendHold, hold, type Reservation, type ReserveRefusal } from '#core/scheduling'
import type { Draft } from '#plugins/booking/models/draft'
import { heldDraft } from '#plugins/booking/queries/draft_page'
import { offerBooked } from '#plugins/booking/queries/offers'

const DAY_MINUTES = 1440
const LOCK = `
  update booking_drafts set version = version + 1 where id = ?
  returning version, (
    select version from scheduling_reservations where id = booking_drafts.reservation_id
  ) as reservation_version`

type Versions = { version: number; reservation_version: number | null }

/**
 * The draft under a lock: a double click waits here until the first one has its appointment. Read
 * again only when it or its hold changed since the page read them.
 */
export async function lockedDraft(trx: Trx, known: Draft): Promise<Draft> {
  const [now] = await rows<Versions>(trx, LOCK, [known.id])
  const isKnown =
    now?.version === known.version + 1 &&
    now.reservation_version !== null &&
    now.reservation_version === known.reservation?.version
  const draft = isKnown ? known : await heldDraft(trx, { id: known.id })
  if (!draft) throw new Error('A draft went while it was locked')
  return draft
}

/** The place that the draft holds; one whose time is over is held again if it is still free. */
export async function heldReservation(
  trx: Trx,
  draft: Draft,
  minutes: number
): Promise<Result<{ reservation: Reservation }, ReserveRefusal>> {
  if (draft.isHeld(clock.now()) && (await outlastsThis(trx, draft.reservation))) {
    return { ok: true, reservation: draft.reservation }
  }
  const wanted = { ...(await offerBooked(draft, trx)), startsAt: draft.startsAt, minutes }
  return hold(trx, { ...wanted, owner: 'booking', audience: 'public' })
}

/** A hold in its last second is given another minute, so that it cannot lapse half way. */
async function outlastsThis(trx: Trx, reservation: Reservation): Promise<boolean> {
  const extended = await extendHold(trx, reservation, 1, DAY_MINUTES)
  return extended.ok || extended.reason === 'limit_reached'
}
