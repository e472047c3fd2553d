import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { clock, hashToken, rows, writeRows } from '#core/platform'

const LOOK_EVERY_MS = 50
/** A twin waits so long for the answer of the first. */
const PATIENCE_MS = 5000

type Kept = { answer: string | null }

const CLAIM = `insert into web_form_answers (id, created_at) values (?, ?)
  on conflict (id) do nothing returning id`

/**
 * Like `onceOnly`, for work with transactions of its own or with none: a mail sent at once, a use
 * case. Of two submits with one key the second waits for the answer of the first. When a process
 * dies in between, the work is not done again: null says that nobody knows whether it was.
 *
 * @param keep whether a twin gets this answer; one that is not kept may be asked for again
 */
export async function doOnce<T extends object>(
  scope: string,
  key: string,
  { work, keep }: { work: () => Promise<T>; keep: (answer: T) => boolean }
): Promise<T | null> {
  const id = hashToken(`${scope} ${key}`)
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const claimed = await writeRows(CLAIM, [id, clock.now()])
    if (claimed.length === 1) return worked(id, work, keep)
    const answer = await answerOf<T>(id)
    if (answer) return answer
    await wait(LOOK_EVERY_MS)
  }
  return null
}

async function worked<T>(id: string, work: () => Promise<T>, keep: (answer: T) => boolean) {
  let kept = false
  try {
    const answer = await work()
    kept = keep(answer)
    if (kept) await store(id, answer)
    return answer
  } finally {
    if (!kept) await writeRows('delete from web_form_answers where id = ? returning id', [id])
  }
}

const store = (id: string, answer: unknown) =>
  writeRows('update web_form_answers set answer = ? where id = ? returning id', [
    JSON.stringify(answer),
    id,
  ])

async function answerOf<T>(id: string): Promise<T | null> {
  const select = 'select answer from web_form_answers where id = ?'
  const [row] = await rows<Kept>(db.connection(), select, [id])
  return row?.answer ? (JSON.parse(row.answer) as T) : null
}
