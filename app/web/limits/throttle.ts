import { createHmac } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { addressKey } from '#app/web/domain/client_address'
import { secondsToWait, type Limit } from '#app/web/domain/limit'
import { E_TOO_MANY_ATTEMPTS } from '#app/web/exceptions'
import { countInDatabase, countInMemory } from '#app/web/limits/counters'
import { signingKey } from '#app/web/signing_key'

/** Declares a limit: `defineLimit({ id: 'booking.confirm', points: 10, seconds: 3600 })`. */
export function defineLimit(limit: Omit<Limit, 'store'> & Partial<Pick<Limit, 'store'>>): Limit {
  return { store: 'database', ...limit }
}

export type ThrottleOptions = {
  /**
   * What is counted, e.g. the e-mail address in lower case; it is stored as a hash. Without it
   * the client's address counts, except for staff, who share one at the desk. Never build it
   * from fields that the form does not need: rotating them would open the limit.
   */
  key?: string
  /** How many attempts this one is worth; 3 for a form sent without JavaScript. */
  weight?: number
}

/**
 * Counts an attempt and throws the 429 page when a limit is used up. Call it before the
 * transaction, never inside one: the counter must stay when the transaction rolls back.
 */
export async function throttle(
  ctx: HttpContext,
  limit: Limit,
  { key, weight = 1 }: ThrottleOptions = {}
): Promise<void> {
  if (key === undefined && ctx.actor?.kind === 'staff') return
  const subject = key ?? addressKey(ctx.request.ip())
  const count = limit.store === 'memory' ? countInMemory : countInDatabase
  const window = await count(counterKey(limit, subject), limit, weight)
  const wait = secondsToWait(window, limit, clock.now())
  if (wait > 0) throw new E_TOO_MANY_ATTEMPTS(wait)
}

/** Counters name no person: addresses and e-mails are keyed hashes. */
function counterKey(limit: Limit, subject: string): string {
  const digest = createHmac('sha256', signingKey('limits')).update(subject).digest('base64url')
  return `${limit.id}:${digest.slice(0, 22)}`
}
