import { defineJob, defineSchedule } from '#core/jobs'
import { clock, transaction } from '#core/platform'
import { FAILURE_WINDOW } from '#app/accounts/domain/sign_in_delay'

const DAY = 24 * 3600_000

/** Removes ended sessions and links, old failures, and what people asked for that came to nothing. */
export const Sweep = defineJob<object>({
  id: 'accounts.sweep',
  async handle() {
    const now = clock.now()
    await transaction(async (trx) => {
      await trx.from('accounts_sessions').where('expires_at', '<=', now).delete()
      await trx.from('accounts_sign_in_steps').where('expires_at', '<=', now).delete()
      await trx
        .from('accounts_tokens')
        .where('expires_at', '<=', now - DAY)
        .delete()
      await trx
        .from('accounts_sign_in_failures')
        .where('since', '<=', now - FAILURE_WINDOW)
        .delete()
      await trx
        .from('accounts_reset_requests')
        .where('requested_at', '<=', now - DAY)
        .delete()
      await trx
        .from('accounts_registrations')
        .where('requested_at', '<=', now - DAY)
        .delete()
      await trx
        .from('accounts_email_changes')
        .where('requested_at', '<=', now - DAY)
        .delete()
    })
  },
})

export const sweepHourly = defineSchedule({
  id: 'accounts.sweep',
  cron: '17 * * * *',
  job: Sweep,
  payload: {},
})
