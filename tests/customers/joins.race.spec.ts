import { test } from '@japa/runner'
import type { JoinAnswer, JoinTask } from '#tests/customers/join_process'
import { inProcesses } from '#tests/kit/processes'
import { summed } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, newPlace } from '#tests/kit/servers'

const PROCESS = 'tests/customers/join_process.ts'
const PROCESSES = 3
/** Each process tries each pair both ways round. */
const ATTEMPTS = PROCESSES * 2

async function joinPlace(count: number) {
  const place = await newPlace('joins')
  const run = (processes: number, task: JoinTask) =>
    inProcesses<JoinTask, JoinAnswer>(processes, PROCESS, task, place.env)
  const [{ pairs }] = await run(1, { kind: 'prepare', pairs: count })
  const rows = await place.rows()
  const drop = async () => {
    await rows.close()
    await place.drop()
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
    const counts = summed(answers.map((answer) => answer.counts))
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
