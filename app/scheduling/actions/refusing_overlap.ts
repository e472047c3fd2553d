import { isOverlap } from '#app/scheduling/domain/guards'
import { MovedMeanwhileException, SessionLeftException } from '#app/scheduling/exceptions'

/** A session that others left gives back its places, so they are looked for again. */
const ATTEMPTS = 3

/**
 * Wraps the transaction in which a place is taken: should the database itself refuse the
 * overlap, the answer is `slot_taken` and not an error page.
 *
 *     const answer = await refusingOverlap(() => transaction((trx) => hold(trx, input)))
 */
export async function refusingOverlap<T>(
  work: () => Promise<T>
): Promise<T | { ok: false; reason: 'slot_taken' }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const isLeft = error instanceof SessionLeftException
      if (isLeft && attempt < ATTEMPTS) continue
      if (isLeft || isOverlap(error) || error instanceof MovedMeanwhileException)
        return { ok: false, reason: 'slot_taken' }
      throw error
    }
  }
}
