import { rows, type Trx } from '#core/platform'
import { localOf } from '#app/scheduling/domain/local_time'

/** Rows of one statement; far below the number of bindings that both databases take. */
const BATCH = 400

/**
 * Takes the lock row of every resource × local day that an interval touches, in (resource, day)
 * order so that two of us never wait for each other. Creates and locks in one go; what is read
 * after it cannot be overtaken.
 */
export async function lockDays(
  trx: Trx,
  zone: string,
  resourceIds: readonly number[],
  interval: { from: number; to: number }
): Promise<void> {
  const first = localOf(zone, interval.from).day
  const last = localOf(zone, interval.to - 1).day
  const wanted: number[][] = []
  for (const id of resourceIds.toSorted((a, b) => a - b)) {
    for (let day = first; day <= last; day++) wanted.push([id, day])
  }
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH)
    await rows(
      trx,
      `insert into scheduling_days (resource_id, day, n) values ${batch.map(() => '(?, ?, 1)').join(', ')}
       on conflict (resource_id, day) do update set n = scheduling_days.n + 1`,
      batch.flat()
    )
  }
}
