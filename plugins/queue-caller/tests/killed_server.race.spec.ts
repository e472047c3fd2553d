import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { inProcesses } from '#tests/kit/processes'
import { startServer, type TestServer } from '#tests/kit/servers'
import { rome } from '#tests/scheduling/planner'
import type { Counted, Ground, Task } from '#plugins/queue-caller/tests/race_process'

const PROCESS = 'plugins/queue-caller/tests/race_process.ts'
const MINUTE = 60_000
const at = (time: string) => rome(`2027-01-19 ${time}`)

type Event = { kind: string; at: number | string; code: string }
type Row = { state: string; calls: number }

test.group('A server that dies in the middle of the day', (group) => {
  let server: TestServer

  group.each.setup(async () => {
    server = await startServer({ env: { PLUGINS: 'queue-caller' }, time: at('09:55') })
    const run = <Answer>(task: Task) =>
      inProcesses<Task, Answer>(1, PROCESS, task, {
        ...server.place.env,
        TEST_CLOCK: String(at('09:55')),
      })
    const [ground] = await run<Ground>({ kind: 'prepare', seats: 1 })
    await run<Counted>({ kind: 'due', ground, at: [at('10:00')] })
    await server.query('update queue_caller_sessions set automatic = true')
    return async () => void (await server.stop())
  })

  const events = async (): Promise<string[]> => {
    const found = await server.query<Event>(
      `select e.kind, e.at, t.code from queue_caller_events e join queue_caller_tickets t on t.id = e.ticket_id where e.kind in ('called', 'absent', 'no_show', 'closed') order by e.id`
    )
    return found.map(({ kind, at: instant }) => `${kind} ${timeOf(Number(instant))}`)
  }
  const timeOf = (instant: number) => new Date(instant + 60 * MINUTE).toISOString().slice(11, 16)
  const ticket = async () => {
    const [row] = await server.query<Row>('select state, calls from queue_caller_tickets')
    return `${row.state} ${row.calls}`
  }
  const becomes = async (expected: string) => {
    const until = Date.now() + 20_000
    while ((await ticket()) !== expected && Date.now() < until) await wait(50)
    return ticket()
  }
  const calls = async () => (await events()).filter((event) => event.startsWith('called'))

  test('Q4 Q5 kill -9 between and during calls: no recall is lost, none is doubled', async ({
    assert,
  }) => {
    await server.moveTo(at('10:00'))
    assert.equal(await becomes('called 1'), 'called 1')
    await server.kill9()
    await server.start()
    await server.moveTo(at('10:03'))
    assert.equal(await becomes('absent 1'), 'absent 1')
    await server.kill9()
    await server.moveTo(at('10:10'))
    await server.start()
    assert.equal(await becomes('called 2'), 'called 2')
    await server.moveTo(at('10:20'))
    await server.kill9()
    await server.start()
    assert.equal(await becomes('called 3'), 'called 3')
    await server.moveTo(at('10:30'))
    assert.equal(await becomes('called 4'), 'called 4')
    await server.moveTo(at('10:32'))
    assert.equal(await becomes('no_show 4'), 'no_show 4')
    assert.deepEqual(await calls(), [
      'called 10:00',
      'called 10:10',
      'called 10:20',
      'called 10:30',
    ])
    console.log(`      ${(await events()).join(', ')}`)
  }).timeout(240_000)

  test('Q5 the clock jumps an hour ahead and an hour back: still four calls, never closer than the interval', async ({
    assert,
  }) => {
    await server.moveTo(at('10:00'))
    assert.equal(await becomes('called 1'), 'called 1')
    await server.moveTo(at('11:05'))
    assert.equal(await becomes('called 2'), 'called 2')
    await server.moveTo(at('10:05'))
    await wait(1500)
    assert.equal(await ticket(), 'called 2')
    await server.moveTo(at('11:15'))
    assert.equal(await becomes('called 3'), 'called 3')
    await server.moveTo(at('11:25'))
    assert.equal(await becomes('called 4'), 'called 4')
    assert.deepEqual(await calls(), [
      'called 10:00',
      'called 11:05',
      'called 11:15',
      'called 11:25',
    ])
    console.log(`      ${(await events()).join(', ')}`)
  }).timeout(240_000)

  test('at midnight what nobody finished is closed, once', async ({ assert }) => {
    await server.moveTo(at('23:58'))
    assert.equal(await becomes('called 1'), 'called 1')
    await server.moveTo(at('23:59') + 2 * MINUTE)
    assert.equal(await becomes('no_show 1'), 'no_show 1')
    const open = 'select id from queue_caller_sessions where closed_at is null'
    const until = Date.now() + 5000
    while ((await server.query(open)).length > 0 && Date.now() < until) await wait(50)
    assert.isEmpty(await server.query(open))
  }).timeout(240_000)
})
