import { clock, rows, writeRows, type Trx } from '#core/platform'
import { countUp, type Limit, type Window } from '#app/web/domain/limit'

const MOST_IN_MEMORY = 50_000
const inMemory = new Map<string, Window>()

/** Counts in this process. When full, the oldest counters make room. */
export function countInMemory({ key, limit, weight }: Attempt): Window {
  const window = countUp(inMemory.get(key), limit, weight, clock.now())
  inMemory.delete(key)
  inMemory.set(key, window)
  if (inMemory.size > MOST_IN_MEMORY) inMemory.delete(inMemory.keys().next().value!)
  return window
}

/** An attempt that counts under one limit. */
export type Attempt = { key: string; limit: Limit; weight: number }

/** The rule of `countUp` as one statement: exact however many processes count at once. */
const COUNT_UP = (rows: number) => `
  insert into web_limits (key, used, ends_at) values ${Array(rows).fill('(?, ?, ?)').join(', ')}
  on conflict (key) do update set
    used = case when web_limits.ends_at <= ? then excluded.used else web_limits.used + excluded.used end,
    ends_at = case when web_limits.ends_at <= ? then excluded.ends_at else web_limits.ends_at end
  returning key, used, ends_at`

type Row = { key: string; used: number | string; ends_at: number | string }

/** The windows by key; no key may stand there twice. With `trx` they count when it commits. */
export async function countInDatabase(
  attempts: readonly Attempt[],
  trx?: Trx
): Promise<Map<string, Window>> {
  const now = clock.now()
  const values = attempts.flatMap(({ key, limit, weight }) => [
    key,
    weight,
    now + limit.seconds * 1000,
  ])
  const sql = COUNT_UP(attempts.length)
  const bindings = [...values, now, now]
  const counted = await (trx ? rows<Row>(trx, sql, bindings) : writeRows<Row>(sql, bindings))
  return new Map(
    counted.map((row) => [row.key, { used: Number(row.used), endsAt: Number(row.ends_at) }])
  )
}

/** Forgets what this process counted; tests begin with it. */
export function forgetCounters(): void {
  inMemory.clear()
}
