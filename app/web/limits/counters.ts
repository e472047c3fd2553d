import { clock, transaction } from '#core/platform'
import { countUp, type Limit, type Window } from '#app/web/domain/limit'

const MOST_IN_MEMORY = 50_000
const inMemory = new Map<string, Window>()

/** Counts in this process. When full, the oldest counters make room. */
export function countInMemory(key: string, limit: Limit, weight: number): Window {
  const window = countUp(inMemory.get(key), limit, weight, clock.now())
  inMemory.delete(key)
  inMemory.set(key, window)
  if (inMemory.size > MOST_IN_MEMORY) inMemory.delete(inMemory.keys().next().value!)
  return window
}

/** The rule of `countUp` as one statement: exact however many processes count at once. */
const COUNT_UP = `
  insert into web_limits (key, used, ends_at) values (:key, :weight, :endsAt)
  on conflict (key) do update set
    used = case when web_limits.ends_at <= :now then :weight else web_limits.used + :weight end,
    ends_at = case when web_limits.ends_at <= :now then :endsAt else web_limits.ends_at end
  returning used, ends_at`

type Row = { used: number | string; ends_at: number | string }

export async function countInDatabase(key: string, limit: Limit, weight: number): Promise<Window> {
  const now = clock.now()
  const endsAt = now + limit.seconds * 1000
  const result = await transaction((trx) => trx.rawQuery(COUNT_UP, { key, weight, endsAt, now }))
  const [row] = (result.rows ?? result) as Row[]
  return { used: Number(row.used), endsAt: Number(row.ends_at) }
}

/** Forgets what this process counted; tests begin with it. */
export function forgetCounters(): void {
  inMemory.clear()
}
