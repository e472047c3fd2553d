import { clock, type Result, type Trx } from '#core/platform'
import { transition } from '#app/scheduling/actions/transition'
import type { Reservation } from '#app/scheduling/models/reservation'

const MINUTE = 60_000

/** Gives a hold `minutes` from now, but at most `maxMinutes` in all (B7). */
export async function extendHold(
  trx: Trx,
  reservation: Reservation,
  minutes: number,
  maxMinutes: number
): Promise<Result<{ reservation: Reservation }, 'hold_lapsed' | 'limit_reached'>> {
  const now = clock.now()
  const expiresAt = Math.min(now + minutes * MINUTE, reservation.heldAt + maxMinutes * MINUTE)
  const isHeld = (held: Reservation) => held.state === 'held' && held.isLiving(now)
  if (isHeld(reservation) && expiresAt <= reservation.expiresAt!) {
    return { ok: false, reason: 'limit_reached' }
  }
  const isExtended = await transition(trx, reservation, isHeld, { expiresAt })
  return isExtended ? { ok: true, reservation } : { ok: false, reason: 'hold_lapsed' }
}
