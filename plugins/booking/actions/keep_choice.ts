import { PUBLIC, transaction } from '#core/platform'
import { extendHold, release } from '#core/scheduling'
import { setting } from '#core/settings'
import type { Draft } from '#plugins/booking/models/draft'
import { holdLimitMinutes, holdMinutes } from '#plugins/booking/settings'

/** B7: keeps the chosen time for some minutes more, up to the limit in all. */
export async function extendChoice(draft: Draft) {
  const minutes = await setting(holdMinutes)
  const limit = await setting(holdLimitMinutes)
  if (draft.reservationId === null) return { ok: false as const, reason: 'hold_lapsed' as const }
  return transaction((trx) => extendHold(trx, draft.reservation, minutes, limit))
}

/** B7: gives the chosen time back at once; what was typed stays in the draft. */
export async function giveBackChoice(draft: Draft): Promise<void> {
  if (draft.reservationId === null) return
  await transaction(async (trx) => {
    if (draft.reservation.isWaiting()) await release(trx, draft.reservation, { by: PUBLIC })
    await draft.useTransaction(trx).merge({ reservationId: null }).save()
  })
}
