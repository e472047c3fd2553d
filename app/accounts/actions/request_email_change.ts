import { enqueue } from '#core/jobs'
import { clock, transaction } from '#core/platform'
import { AnswerEmailChange } from '#app/accounts/jobs/answer_email_change'

type Wish = {
  userId: number
  /** Normalised. */
  email: string
}

/**
 * Takes down which address a person wants for their account. A job looks whether it has an
 * account, so that the page does the same work, in the same time, whether it has or not.
 */
export async function requestEmailChange({ userId, email }: Wish): Promise<void> {
  await transaction(async (trx) => {
    // Only the newest link works: an earlier one may lie in a mailbox that was a mistake.
    await trx.from('accounts_email_changes').where('user_id', userId).delete()
    const [inserted] = await trx
      .insertQuery()
      .table('accounts_email_changes')
      .insert({ user_id: userId, email, requested_at: clock.now() })
      .returning('id')
    const changeId = typeof inserted === 'object' ? inserted.id : inserted
    await enqueue(trx, AnswerEmailChange, { changeId })
  })
}
