import type { Result, Trx } from '#core/platform'
import { confirm } from '#app/scheduling/actions/confirm'
import { hold, type HoldInput } from '#app/scheduling/actions/hold'
import type { ReserveRefusal } from '#app/scheduling/domain/calendar_terms'
import type { Reservation } from '#app/scheduling/models/reservation'

export interface ReserveInput extends Omit<HoldInput, 'minutes'> {
  readonly customerId: number | null
}

/** The desk books at once, for somebody who phones or comes by (B12). */
export async function reserve(
  trx: Trx,
  input: ReserveInput
): Promise<Result<{ reservation: Reservation }, ReserveRefusal>> {
  const held = await hold(trx, { ...input, minutes: 1 })
  if (!held.ok) return held
  const confirmed = await confirm(trx, held.reservation, { customerId: input.customerId })
  if (!confirmed.ok) throw new Error('A hold of this transaction cannot lapse in it')
  return confirmed
}
