import { clock, hashToken, type Trx } from '#core/platform'
import { insertOnce } from '#app/web/insert_once'

type Refused = { ok: false }
type Kept = { answer: string | null }

/**
 * Does the work of a form once, however often it is sent: a second submit with the same key gets
 * the first answer. Call it inside the transaction in which the work writes. A refusal
 * (`ok: false`) is not kept, since the person may correct the form and send it again.
 *
 * @param scope what is done, prefixed and with its subject: `booking.confirm:<hold>`
 * @param key the hidden field of the form, `randomId()` when the form was shown
 * @param work answers with JSON values only (ids, numbers), since the answer is stored
 */
export async function onceOnly<T extends object>(
  trx: Trx,
  scope: string,
  key: string,
  work: () => Promise<T>
): Promise<T> {
  const id = hashToken(`${scope} ${key}`)
  // PostgreSQL lets a concurrent twin wait here until the first one has committed.
  const isFirst = await insertOnce(trx, 'web_form_answers', { id, created_at: clock.now() })
  if (!isFirst) return storedAnswer<T>(trx, id)

  const answer = await work()
  const kept = trx.from('web_form_answers').where('id', id)
  if (isRefused(answer)) await kept.delete()
  else await kept.update({ answer: JSON.stringify(answer) })
  return answer
}

async function storedAnswer<T>(trx: Trx, id: string): Promise<T> {
  const row: Kept = await trx
    .from('web_form_answers')
    .where('id', id)
    .select('answer')
    .firstOrFail()
  return JSON.parse(row.answer!)
}

const isRefused = (answer: object): answer is Refused => 'ok' in answer && answer.ok === false
