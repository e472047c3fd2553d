import { hashToken, type Trx } from '#core/platform'
import { afterFailure, type Failures } from '#app/accounts/domain/sign_in_delay'

const TABLE = 'accounts_sign_in_failures'

/** Whether the attempt may be made, and the pause in seconds before it or, once failed, after it. */
export type CountedAttempt = { allowed: boolean; seconds: number }

const secondsUntil = (instant: number, now: number) => Math.ceil(Math.max(0, instant - now) / 1000)

/**
 * Counts a sign-in as failed before the password is looked at, so that a hundred at once cannot
 * all slip in before the first failure is written. A success takes it back. The row of an unknown
 * address is counted like any other and kept under a hash.
 */
export async function countAttempt(
  trx: Trx,
  attempt: { email: string; now: number; skipPause: boolean }
): Promise<CountedAttempt> {
  const { now, skipPause } = attempt
  const account = hashToken(attempt.email)
  const fresh = { account, failures: 0, since: now, retry_at: now }
  await trx.insertQuery().table(TABLE).insert(fresh).onConflict('account').ignore()
  const row = await trx.from(TABLE).where('account', account).forUpdate().firstOrFail()
  const before: Failures = {
    failures: row.failures,
    since: Number(row.since),
    retryAt: Number(row.retry_at),
  }
  if (before.retryAt > now && !skipPause) {
    return { allowed: false, seconds: secondsUntil(before.retryAt, now) }
  }
  const { failures, since, retryAt } = afterFailure(before, now)
  await trx.from(TABLE).where('account', account).update({ failures, since, retry_at: retryAt })
  return { allowed: true, seconds: secondsUntil(retryAt, now) }
}

/** The account starts anew after a success and after a new password. */
export async function forgetFailures(trx: Trx, email: string): Promise<void> {
  await trx.from(TABLE).where('account', hashToken(email)).delete()
}
