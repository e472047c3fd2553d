import { isOverlap } from '#app/scheduling/domain/guards'
import { MovedMeanwhileException } from '#app/scheduling/exceptions'

/**
 * Wraps the transaction in which a place is taken: should the database itself refuse the
 * overlap, the answer is `slot_taken` and not an error page.
 *
 *     const answer = await refusingOverlap(() => transaction((trx) => hold(trx, input)))
 */
export async function refusingOverlap<T>(
  work: () => Promise<T>
): Promise<T | { ok: false; reason: 'slot_taken' }> {
  try {
    return await work()
  } catch (error) {
    if (isOverlap(error) || error instanceof MovedMeanwhileException)
      return { ok: false, reason: 'slot_taken' }
    throw error
  }
}
