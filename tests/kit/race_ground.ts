import { Crew } from '#tests/kit/processes'
import type { Rows } from '#tests/kit/rows'
import { newPlace } from '#tests/kit/servers'

/** How often each outcome came: `ok`, a refusal, or `error …`. */
export type Counted = Record<string, number>

/** What came of it in all processes together. */
export function summed(answers: readonly Counted[]): Counted {
  const sum: Counted = {}
  for (const [outcome, count] of answers.flatMap((answer) => Object.entries(answer))) {
    sum[outcome] = (sum[outcome] ?? 0) + count
  }
  return sum
}

export type RaceGround<Task extends object> = {
  crew: Crew<Task, Counted>
  rows: Rows
  /** What the process answered that has laid it out. */
  laidOut: Counted
  /** Of a statement that selects `n`. */
  count(sql: string): Promise<number>
  close(): Promise<void>
}

/**
 * A database of its own, laid out by one process, and so many processes to meet in it.
 *
 * @param tasks see `Crew`
 */
export async function raceGround<Task extends object>(
  tasks: string,
  { prepare, processes }: { prepare: Task; processes: number }
): Promise<RaceGround<Task>> {
  const place = await newPlace('race')
  const crew = new Crew<Task, Counted>(tasks, place.env)
  await crew.grow(1)
  const [laidOut] = await crew.run([prepare])
  await crew.grow(processes)
  const rows = await place.rows()
  return {
    ...{ crew, rows, laidOut },
    count: async (sql) => Number((await rows.query<{ n: number }>(sql))[0].n),
    async close() {
      await crew.end()
      await rows.close()
      await place.drop()
    },
  }
}
