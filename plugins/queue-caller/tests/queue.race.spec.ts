import { test } from '@japa/runner'
import { Crew } from '#tests/kit/processes'
import { repetitions } from '#tests/kit/repetitions'
import type { Rows } from '#tests/kit/rows'
import { engineUnderTest, newPlace } from '#tests/kit/servers'
import type { Counted, Ground, Task } from '#plugins/queue-caller/tests/race_process'

const TASKS = '#plugins/queue-caller/tests/race_tasks'
const COUNTERS = 8
const KIOSKS = 4

test.group('Kiosks and counters in several processes', (group) => {
  let crew: Crew<Task, Ground | Counted>
  let ground: Ground
  let rows: Rows

  group.setup(async () => {
    const place = await newPlace('queue')
    crew = new Crew(TASKS, place.env)
    await crew.grow(1)
    const [prepared] = await crew.run([{ kind: 'prepare', seats: COUNTERS }])
    ground = prepared as Ground
    await crew.grow(COUNTERS)
    rows = await place.rows()
    return async () => {
      await crew.end()
      await rows.close()
      await place.drop()
    }
  })

  group.each.teardown(async () => {
    for (const table of ['events', 'tickets', 'days']) {
      await rows.query(`delete from queue_caller_${table}`)
    }
  })

  /** What came of tasks that different processes do at once, together and by task. */
  const run = async (...tasks: Task[]) => {
    const answers = (await crew.run(tasks)) as Counted[]
    const sums: Record<string, Counted> = {}
    for (const [at, { kind }] of tasks.entries()) {
      const sum = (sums[kind] ??= {})
      for (const [word, count] of Object.entries(answers[at])) sum[word] = (sum[word] ?? 0) + count
    }
    for (const [kind, sum] of Object.entries(sums)) {
      const counts = Object.entries(sum).map(([word, count]) => `${count} ${word}`)
      console.log(`      ${engineUnderTest()}, ${kind}: ${counts.sort().join(', ')}`)
    }
    return sums
  }
  const times = (count: number, task: Task) => Array.from({ length: count }, () => task)
  const count = async (sql: string) =>
    Number((await rows.query<{ n: number | string }>(`select count(*) as n from ${sql}`))[0].n)

  test('Q1 tickets from four kiosks at once: no number twice, no gap', async ({ assert }) => {
    const all = repetitions('tickets from four kiosks', { test: 400, proof: 2000 })
    const sums = await run(...times(KIOSKS, { kind: 'issue', ground, attempts: all / KIOSKS }))
    assert.deepEqual(sums.issue, { ok: all })
    const issued = await rows.query<{ number: number; cycle: number }>(
      'select number, cycle from queue_caller_tickets order by cycle, number'
    )
    const nth = issued.map(({ number, cycle }) => cycle * 999 + number)
    assert.deepEqual(
      nth,
      Array.from({ length: all }, (_, index) => index + 1)
    )
  }).timeout(240_000)

  test('Q6 tickets called from eight counters at once: none twice, none lost, all in order', async ({
    assert,
  }) => {
    const all = repetitions('tickets called from eight counters', { test: 400, proof: 2000 })
    await run({ kind: 'waiting', ground, count: all })
    const sums = await run(...times(COUNTERS, { kind: 'serve', ground }))
    assert.deepEqual(sums.serve, { served: all, nobody: COUNTERS })
    const calls = await rows.query<{ ticket_id: number }>(
      `select ticket_id from queue_caller_events where kind = 'called' order by at, id`
    )
    const order = calls.map((call) => call.ticket_id)
    assert.equal(new Set(order).size, all)
    assert.equal(order.length, all)
    const outOfOrder = order.filter((id, index) => index > 0 && id < order[index - 1]).length
    assert.equal(outOfOrder, 0)
    assert.equal(await count(`queue_caller_tickets where state <> 'served' or calls <> 1`), 0)
  }).timeout(240_000)

  test('Q6 eighty clicks at one counter call one ticket', async ({ assert }) => {
    await run({ kind: 'waiting', ground, count: 100 })
    const sums = await run(...times(KIOSKS, { kind: 'click', ground, attempts: 20 }))
    assert.deepEqual(sums.click, { ok: 1, busy: 79 })
    assert.equal(await count(`queue_caller_tickets where state = 'called'`), 1)
  }).timeout(120_000)

  test('Q6 transfers against calls: each ticket goes one way, none is lost', async ({ assert }) => {
    const all = repetitions('tickets transferred while they are called', { test: 200, proof: 1000 })
    await run({ kind: 'waiting', ground, count: all })
    const serving = times(COUNTERS / 2, { kind: 'serve', ground })
    const moving = times(COUNTERS / 2, { kind: 'transfer', ground })
    const { serve: served, transfer: moved } = await run(...serving, ...moving)
    assert.equal(served.served + moved.ok, all)
    assert.isAbove(served.served, 0)
    assert.equal(await count(`queue_caller_tickets where state = 'served'`), served.served)
    const here = `queue_caller_tickets where state = 'waiting' and line_id = ${ground.b}`
    assert.equal(await count(here), moved.ok)
    const both = `(select ticket_id from queue_caller_events where kind in ('called', 'transferred') group by ticket_id having count(distinct kind) > 1) twice`
    assert.equal(await count(both), 0)
  }).timeout(240_000)
})
