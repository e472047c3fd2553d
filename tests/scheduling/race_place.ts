import { inProcesses } from '#tests/kit/processes'
import { summed } from '#tests/kit/race_ground'
import type { Rows } from '#tests/kit/rows'
import { engineUnderTest, newPlace } from '#tests/kit/servers'
import type { Planners, RaceAnswer, RaceTask } from '#tests/scheduling/race_process'

const PROCESS = 'tests/scheduling/race_process.ts'

/** A database that several processes race on, apart from the one of this test run. */
export interface RacePlace {
  readonly planners: Planners
  /** runs a task in so many processes at once and adds up what they counted */
  race(processes: number, task: RaceTask): Promise<RaceAnswer>
  query: Rows['query']
  drop(): Promise<void>
}

/** Morning of 23 November 2026 in Rome. */
const NOW = Date.parse('2026-11-23T08:00Z')

export async function racePlace(): Promise<RacePlace> {
  const place = await newPlace('race')
  const env = { ...place.env, TEST_CLOCK: String(NOW) }
  const [planners] = await inProcesses<RaceTask, Planners>(1, PROCESS, { kind: 'prepare' }, env)
  const rows = await place.rows()
  return {
    planners,
    query: (sql, values) => rows.query(sql, values),
    async race(processes, task) {
      const answers = await inProcesses<RaceTask, RaceAnswer>(processes, PROCESS, task, env)
      return summed(answers)
    },
    async drop() {
      await rows.close()
      await place.drop()
    },
  }
}

/** Prints what happened, so that a run shows that the race took place. */
export function report(what: string, answer: RaceAnswer): void {
  const counts = Object.entries(answer).map(([outcome, count]) => `${count} ${outcome}`)
  console.log(`      ${engineUnderTest()}, ${what}: ${counts.sort().join(', ')}`)
}
