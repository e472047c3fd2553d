import { hash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { clock, type Trx } from '#core/platform'
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
  options: ThrottleOptions = {}
): Promise<void> {
  await throttleAll(ctx, [{ limit, ...options }])
}

/** Counts an attempt under several limits at once; the longest wait is told. */
export async function throttleAll(ctx: HttpContext, limits: readonly Counted[]): Promise<void> {
  const answer = await allowed(ctx, limits)
  if (!answer.ok) throw new E_TOO_MANY_ATTEMPTS(answer.seconds)
}

export type Counted = { limit: Limit } & ThrottleOptions

export type Allowed = { ok: true } | { ok: false; reason: 'too_many'; seconds: number }

/**
 * Counts an attempt under several limits and says whether it may go on, or after how many seconds.
 * With `trx` it counts when that commits: return the refusal from the transaction, do not throw.
 */
export async function allowed(
  { actor, request }: HttpContext,
  limits: readonly Counted[],
  trx?: Trx
): Promise<Allowed> {
  const counted = limits
    .filter(({ key }) => key !== undefined || actor?.kind !== 'staff')
    .map((one) => ({ ...one, key: one.key ?? addressKey(request.ip()) }))
  return allowedFor(counted, trx)
}

/** The same where no request is at hand, e.g. for what one person does. */
export async function allowedFor(
  limits: readonly (Counted & { key: string })[],
  trx?: Trx
): Promise<Allowed> {
  const attempts = limits.map(({ limit, key, weight = 1 }) => ({
    key: counterKey(limit, key),
    limit,
    weight,
  }))
  const inDatabase = attempts.filter(({ limit }) => limit.store === 'database')
  const stored = inDatabase.length > 0 ? await countInDatabase(inDatabase, trx) : null
  const waits = attempts.map((attempt) =>
    secondsToWait(stored?.get(attempt.key) ?? countInMemory(attempt), attempt.limit, clock.now())
  )
  const seconds = Math.max(0, ...waits)
  return seconds === 0 ? { ok: true } : { ok: false, reason: 'too_many', seconds }
}

/** Counters name no person: addresses and e-mails are keyed hashes. */
function counterKey(limit: Limit, subject: string): string {
  // The key comes first and the digest is cut short, so nothing can be appended to a known one.
  const digest = hash('sha256', `${signingKey('limits')}:${subject}`, 'base64url')
  return `${limit.id}:${digest.slice(0, 22)}`
}
