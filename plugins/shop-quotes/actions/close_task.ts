import { recordChanged } from '#core/admin'
import { audit } from '#core/audit'
import { clock, transaction, updateRows, type Actor, type Result, type Trx } from '#core/platform'
import { Task } from '#plugins/shop-quotes/models/task'

type Closing = { decision: string; by: Actor }
type Closed = Result<object, 'done_already'>

/** What was to be decided is: who did it, and what. */
export async function closeTask(trx: Trx, task: Task, closing: Closing): Promise<Closed> {
  const { id, version, doneAt } = task
  if (doneAt !== null) return { ok: false, reason: 'done_already' }
  const { decision, by } = closing
  const now = clock.now()
  const written = { doneAt: now, doneById: by.id, decision, version: version + 1, updatedAt: now }
  const isFirst = (await updateRows(trx, Task, { id, version }, written)) === 1
  if (!isFirst) return { ok: false, reason: 'done_already' }
  const about = { object: 'shop-quotes.task', objectId: id }
  await audit(trx, { actor: by, action: 'shop-quotes.task_changed', ...about })
  await recordChanged(trx, 'shop-quotes.tasks', id)
  return { ok: true }
}

/** The same by the button of staff. */
export class CloseTask {
  handle(input: Closing & { task: Task }): Promise<Closed> {
    return transaction((trx) => closeTask(trx, input.task, input))
  }
}
