import type { ModelAttributes } from '@adonisjs/lucid/types/model'
import { updateRows, type Trx } from '#core/platform'
import { Reservation } from '#app/scheduling/models/reservation'

type Values = Partial<ModelAttributes<Reservation>>

/**
 * One guarded UPDATE … WHERE state = ? AND version = ?. Whoever loses the race reads again and is
 * asked anew whether the step is still allowed. False when it is not.
 */
export async function transition(
  trx: Trx,
  reservation: Reservation,
  allowed: (reservation: Reservation) => boolean,
  values: Values
): Promise<boolean> {
  reservation.useTransaction(trx)
  while (allowed(reservation)) {
    const { id, state, version } = reservation
    const changes = { ...values, version: version + 1 }
    if ((await updateRows(trx, Reservation, { id, state, version }, changes)) === 1) {
      reservation.merge(changes)
      reservation.$hydrateOriginals()
      return true
    }
    await reservation.refresh()
  }
  return false
}
