import { join } from 'node:path'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { inProcesses } from '#tests/kit/processes'
import { openRows, type Rows } from '#tests/kit/rows'
import { engineUnderTest } from '#tests/kit/servers'
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
  const folder = temporaryFolder('race')
  const server = process.env.TEST_DATABASE_URL
  const postgres = server ? await freshPostgres(server, 'race') : null
  const env = { DATA_DIR: folder, DATABASE_URL: postgres?.url, TEST_CLOCK: String(NOW) }
  const [planners] = await inProcesses<RaceTask, Planners>(1, PROCESS, { kind: 'prepare' }, env)
  const file = join(folder, 'database', 'sportello.sqlite3')
  const rows = await openRows(postgres ? { url: postgres.url } : { file })
  return {
    planners,
    query: (sql, values) => rows.query(sql, values),
    async race(processes, task) {
      const answers = await inProcesses<RaceTask, RaceAnswer>(processes, PROCESS, task, env)
      return addUp(answers)
    },
    async drop() {
      await rows.close()
      await postgres?.drop()
    },
  }
}

function addUp(answers: RaceAnswer[]): RaceAnswer {
  const sum: RaceAnswer = {}
  for (const answer of answers) {
    for (const [outcome, count] of Object.entries(answer)) {
      sum[outcome] = (sum[outcome] ?? 0) + count
    }
  }
  return sum
}

/** Prints what happened, so that a run shows that the race took place. */
export function report(what: string, answer: RaceAnswer): void {
  const counts = Object.entries(answer).map(([outcome, count]) => `${count} ${outcome}`)
  console.log(`      ${engineUnderTest()}, ${what}: ${counts.sort().join(', ')}`)
}
