import { join } from 'node:path'
import { NOW } from '#plugins/helpdesk/tests/helpdesk'
import type { RaceAnswer, RaceTask } from '#plugins/helpdesk/tests/race_process'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { Crew } from '#tests/kit/processes'
import { openRows, type Rows } from '#tests/kit/rows'

const PROCESSES = 4

export type RaceGround = {
  crew: Crew<RaceTask, RaceAnswer>
  rows: Rows
  count(sql: string): Promise<number>
  close(): Promise<void>
}

/** A database with a helpdesk and these tickets, opened at `NOW`, and four processes to meet in it. */
export async function raceGround(tickets: number): Promise<RaceGround> {
  const folder = temporaryFolder('helpdesk')
  const server = process.env.TEST_DATABASE_URL
  const postgres = server ? await freshPostgres(server, 'helpdesk') : null
  const crew = new Crew<RaceTask, RaceAnswer>('plugins/helpdesk/tests/race_process.ts', {
    ...{ DATA_DIR: folder, DATABASE_URL: postgres?.url },
  })
  await crew.grow(1)
  const [laidOut] = await crew.run([{ kind: 'prepare', tickets, at: Date.parse(NOW) }])
  if (laidOut.tickets !== tickets) throw new Error(JSON.stringify(laidOut))
  await crew.grow(PROCESSES)
  const file = join(folder, 'database', 'sportello.sqlite3')
  const rows = await openRows(postgres ? { url: postgres.url } : { file })
  return {
    ...{ crew, rows },
    count: async (sql) => Number((await rows.query<{ n: number }>(sql))[0].n),
    async close() {
      await crew.end()
      await rows.close()
      await postgres?.drop()
    },
  }
}
