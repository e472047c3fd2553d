import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { repetitions } from '#tests/kit/repetitions'
import { VIOLATIONS } from '#tests/scheduling/invariants'
import { rome } from '#tests/scheduling/planner'
import { racePlace, report, type RacePlace } from '#tests/scheduling/race_place'

const nine = rome('2026-11-24 09:00')
const MINUTE = 60_000
const PROCESSES = 4

/** Until another process waits for a row that our transaction has locked. */
async function isWaitedFor(place: RacePlace): Promise<void> {
  const waiting = 'select pid from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid))'
  while ((await place.query(waiting)).length === 0) await sleep(20)
}

test.group('races in four processes', (group) => {
  let place: RacePlace
  group.setup(async () => {
    place = await racePlace()
    return () => place.drop()
  })

  const active = async (service: number) => {
    const [{ count }] = await place.query<{ count: number }>(
      `select count(*) as count from scheduling_reservations where service_id = ? and state = 'held'`,
      [service]
    )
    return Number(count)
  }
  const hold = (planner: string, attempts: number, starts = [nine]) =>
    place.race(PROCESSES, {
      kind: 'hold',
      planner: place.planners[planner],
      attempts: attempts / PROCESSES,
      starts,
    })

  test('B11 200 for one place: one has it, 199 are refused, no error', async ({ assert }) => {
    const answer = await hold('one', 200)
    report('200 for one place', answer)
    assert.deepEqual(answer, { ok: 1, slot_taken: 199 })
    assert.equal(await active(place.planners.one.service), 1)
  })

  test('B11 200 for a session of five: five have it', async ({ assert }) => {
    const answer = await hold('five', 200)
    report('200 for a capacity of five', answer)
    assert.deepEqual(answer, { ok: 5, slot_taken: 195 })
  })

  test('B11 200 for one of a group of three: three have it', async ({ assert }) => {
    const answer = await hold('group', 200)
    report('200 for one of a group of three', answer)
    assert.deepEqual(answer, { ok: 3, slot_taken: 197 })
  })

  test('B11 400 for overlapping unequal starts: nothing overlaps', async ({ assert }) => {
    const starts = Array.from({ length: 33 }, (_, i) => nine + i * 15 * MINUTE)
    const answer = await hold('overlapping', 400, starts)
    report('400 for overlapping starts', answer)
    assert.equal(answer.ok + answer.slot_taken, 400)
    assert.equal(await active(place.planners.overlapping.service), answer.ok)
    assert.isAtLeast(answer.ok, 5)
  })

  test('B11 hold, confirm, move, release and block at random: every invariant holds', async ({
    assert,
  }) => {
    const steps = repetitions('random steps of four processes', { test: 400, proof: 4000 })
    const answer = await place.race(PROCESSES, {
      kind: 'live',
      planner: place.planners.live,
      attempts: steps / PROCESSES,
      starts: Array.from({ length: 12 }, (_, i) => nine + i * 15 * MINUTE),
      seed: 20_261_124,
    })
    report(`${steps} random steps`, answer)
    assert.isEmpty(Object.keys(answer).filter((outcome) => outcome.startsWith('error')))
    assert.isAbove(answer.ok, steps / 5)
  })

  test('B11 who waits for a session while its last one leaves it gets the place anew', async ({
    assert,
  }) => {
    const planner = place.planners.left
    const holdOne = () => place.race(1, { kind: 'hold', planner, attempts: 1, starts: [nine] })
    await holdOne()
    const session = `(select session_id from scheduling_reservations where service_id = ${planner.service})`
    await place.query('begin')
    await place.query(`update scheduling_sessions set version = version + 1 where id in ${session}`)
    const joined = holdOne()
    await isWaitedFor(place)
    await place.query(
      `update scheduling_reservations set state = 'released' where session_id in ${session}`
    )
    await place.query(`update scheduling_sessions set active = false where id in ${session}`)
    await place.query(
      `update scheduling_allocations set active = false where session_id in ${session}`
    )
    await place.query('commit')
    assert.deepEqual(await joined, { ok: 1 })
    assert.equal(await active(planner.service), 1)
  })
    .timeout(60_000)
    .skip(!process.env.TEST_DATABASE_URL, 'SQLite has one writer at a time')

  test('Q2 2,000 numbers from four processes: no duplicate, no gap', async ({ assert }) => {
    const answer = await place.race(PROCESSES, { kind: 'numbers', attempts: 2000 / PROCESSES })
    report('2,000 numbers', answer)
    const [{ value }] = await place.query<{ value: number }>(
      'select value from numbering_sequences where key = ?',
      ['appointment:1:2026-11-24:A']
    )
    assert.equal(answer.numbers + answer.rollbacks, 2000)
    assert.equal(value, answer.numbers)
  })

  test('B11 no invariant was broken by any of these races', async ({ assert }) => {
    for (const [violation, sql] of Object.entries(VIOLATIONS)) {
      assert.deepEqual(await place.query(sql), [], violation)
    }
  })
})
