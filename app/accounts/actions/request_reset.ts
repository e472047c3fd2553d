import { enqueue } from '#core/jobs'
import { clock, transaction } from '#core/platform'
import { normalEmail } from '#app/accounts/domain/email_address'
import { AnswerResetRequest } from '#app/accounts/jobs/answer_reset_request'

/**
 * Takes down that somebody asked for a new password. A job looks for the account, so that the
 * page does the same work, in the same time, whether there is one or not (H8).
 */
export async function requestReset(address: string): Promise<void> {
  await transaction(async (trx) => {
    const row = { email: normalEmail(address), requested_at: clock.now() }
    const [inserted] = await trx
      .insertQuery()
      .table('accounts_reset_requests')
      .insert(row)
      .returning('id')
    const requestId = typeof inserted === 'object' ? inserted.id : inserted
    await enqueue(trx, AnswerResetRequest, { requestId })
  })
}
