import { join } from 'node:path'
import { test } from '@japa/runner'
import type { JoinAnswer, JoinTask } from '#tests/customers/join_process'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { inProcesses } from '#tests/kit/processes'
import { repetitions } from '#tests/kit/repetitions'
import { openRows } from '#tests/kit/rows'
import { engineUnderTest } from '#tests/kit/servers'

const PROCESS = 'tests/customers/join_process.ts'
const PROCESSES = 3
/** Each process tries each pair both ways round. */
const ATTEMPTS = PROCESSES * 2

async function joinPlace(count: number) {
  const folder = temporaryFolder('joins')
  const server = process.env.TEST_DATABASE_URL
  const postgres = server ? await freshPostgres(server, 'joins') : null
  const env = { DATA_DIR: folder, DATABASE_URL: postgres?.url }
  const run = (processes: number, task: JoinTask) =>
    inProcesses<JoinTask, JoinAnswer>(processes, PROCESS, task, env)
  const [{ pairs }] = await run(1, { kind: 'prepare', pairs: count })
  const file = join(folder, 'database', 'sportello.sqlite3')
  const rows = await openRows(postgres ? { url: postgres.url } : { file })
  const drop = async () => {
    await rows.close()
    await postgres?.drop()
  }
  return { pairs, run, rows, drop }
}

test.group('Joining records in several processes', () => {
  test('of all who join the same two records at once, one does; the others are told', async ({
    assert,
    cleanup,
  }) => {
    const count = repetitions('pairs of records joined at once', { test: 20, proof: 200 })
    const { pairs, run, rows, drop } = await joinPlace(count)
    cleanup(drop)
    const answers = await run(PROCESSES, { kind: 'join', pairs })
    const counts: JoinAnswer['counts'] = {}
    for (const [outcome, found] of answers.flatMap((answer) => Object.entries(answer.counts))) {
      counts[outcome] = (counts[outcome] ?? 0) + found
    }
    console.log(`      ${engineUnderTest()}, ${count} pairs: ${JSON.stringify(counts)}`)
    assert.deepEqual(counts, { joined: count, gone: count * (ATTEMPTS - 1) })

    const left = await rows.query<{ id: number }>('select id from customers_customers order by id')
    const former = await rows.query<{ former_id: number; customer_id: number }>(
      'select former_id, customer_id from customers_former_ids'
    )
    assert.lengthOf(left, count)
    assert.sameDeepMembers(
      former.map(({ former_id: one, customer_id: other }) =>
        [one, other].map(Number).sort(byValue)
      ),
      pairs.map((pair) => [...pair].sort(byValue))
    )
    assert.sameMembers(
      left.map(({ id }) => Number(id)),
      former.map((row) => Number(row.customer_id))
    )
    const [{ told }] = await rows.query<{ told: number }>(
      `select count(*) as told from audit_entries where action = 'customers.record_joined'`
    )
    assert.equal(Number(told), count)
  }).timeout(120_000)
})

const byValue = (one: number, other: number) => one - other
