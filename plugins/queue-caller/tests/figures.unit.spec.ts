import { test } from '@japa/runner'
import fc from 'fast-check'
import { figuresOf, spreadOf, type Spread } from '#plugins/queue-caller/domain/figures'
import { visitsOf, type Visit } from '#plugins/queue-caller/domain/ticket_times'
import { loggedTicket, WRITTEN_DAY, type At } from '#plugins/queue-caller/tests/written_log'

const MINUTE = 60_000
const TARGETS = new Map([
  [1, 20],
  [2, 15],
])
const at: At = (time, on) => {
  const [hours, minutes] = time.split(':').map(Number)
  return ((on * 24 + hours) * 60 + minutes) * MINUTE
}

const byHand = () => WRITTEN_DAY.flatMap((one) => visitsOf(loggedTicket(one, at), TARGETS))

/** Average, median, P90 and maximum in minutes. */
const inMinutes = (spread: Spread | null) =>
  spread && [spread.average, spread.median, spread.p90, spread.max].map((time) => time / MINUTE)

/** P90 as one would say it: the least time that nine tenths of all do not exceed. */
function naiveSpread(times: number[]) {
  const reached = (share: number) =>
    Math.min(
      ...times.filter((one) => times.filter((t) => t <= one).length * 100 >= share * times.length)
    )
  const average = times.reduce((sum, time) => sum + time, 0) / times.length
  return [average, reached(50), reached(90), Math.max(...times)]
}

const someTime = fc.option(fc.integer({ min: 0, max: 5_000_000 }))
const someVisit: fc.Arbitrary<Visit> = fc.record({
  lineId: fc.integer({ min: 1, max: 3 }),
  counterId: fc.option(fc.integer({ min: 1, max: 3 })),
  isAppointment: fc.boolean(),
  isPassedOn: fc.boolean(),
  beganAt: fc.nat(),
  calls: fc.integer({ min: 0, max: 4 }),
  outcome: fc.constantFrom('served', 'no_show', 'left', 'closed', 'open'),
  waited: someTime,
  walked: someTime,
  served: someTime,
  within: fc.option(fc.boolean()),
  told: fc.option(fc.record({ error: fc.nat(5_000_000), inside: fc.boolean() })),
  calledAfter: fc.option(fc.integer({ min: -5_000_000, max: 5_000_000 })),
  arrivedAfter: fc.option(fc.integer({ min: -5_000_000, max: 5_000_000 })),
})

test.group('Figures of the queue', () => {
  test('the day by hand: counts and times', ({ assert }) => {
    const figures = figuresOf(byHand())
    const { tickets, called, appointments, passedOn, within, outcomes } = figures
    assert.deepEqual([tickets, called, appointments, passedOn, within], [11, 9, 2, 1, 6])
    assert.deepEqual(outcomes, { served: 8, no_show: 1, left: 1, closed: 1, open: 0 })
    assert.deepEqual(inMinutes(figures.waiting), [11.75, 5, 26, 26])
    assert.deepEqual(inMinutes(figures.walking), [1.125, 1, 2, 2])
    assert.deepEqual(inMinutes(figures.serving), [9.5, 8, 15, 15])
    assert.equal(figures.waiting?.count, 8)
  })

  test('the day by hand: announced waits and appointments', ({ assert }) => {
    const { told, office, arrival, late } = figuresOf(byHand())
    assert.deepEqual(told, { count: 6, error: 2.75 * MINUTE, inside: 5 })
    assert.deepEqual(inMinutes(office), [3.5, 2, 5, 5])
    assert.deepEqual(inMinutes(arrival), [0, -10, 10, 10])
    assert.equal(late, 1)
  })

  test('the day by hand: its lines and counters', ({ assert }) => {
    const of = (is: (visit: Visit) => boolean) => {
      const { tickets, called, outcomes, within, waiting } = figuresOf(byHand().filter(is))
      return [tickets, called, outcomes.served, within, Math.round(waiting!.average / 6000) / 10]
    }
    assert.deepEqual(
      of(({ lineId }) => lineId === 1),
      [8, 6, 5, 3, 17.2]
    )
    assert.deepEqual(
      of(({ lineId }) => lineId === 2),
      [3, 3, 3, 3, 2.7]
    )
    assert.deepEqual(
      of(({ counterId }) => counterId === 1),
      [5, 5, 4, 3, 15.3]
    )
    assert.deepEqual(
      of(({ counterId }) => counterId === 2),
      [4, 4, 4, 3, 8.3]
    )
  })

  test('median and P90 are times that somebody had', ({ assert }) => {
    assert.deepInclude(spreadOf([10, 2, 5, 3]), { average: 5, median: 3, p90: 10, max: 10 })
    assert.deepInclude(spreadOf([7]), { average: 7, median: 7, p90: 7, max: 7 })
    assert.equal(spreadOf(Array.from({ length: 100 }, (_, nth) => nth + 1))?.p90, 90)
    assert.isNull(spreadOf([]))
  })

  test('all figures equal a naive recomputation', ({ assert }) => {
    fc.assert(
      fc.property(fc.array(someVisit, { maxLength: 60 }), (visits) => {
        const figures = figuresOf(visits)
        let [called, inTime, late] = [0, 0, 0]
        for (const { calls, within, arrivedAfter } of visits) {
          if (calls >= 1) called++
          if (within) inTime++
          if ((arrivedAfter ?? 0) > 0) late++
        }
        assert.deepEqual([figures.called, figures.within, figures.late], [called, inTime, late])
        const sum = Object.values(figures.outcomes).reduce((all, one) => all + one, 0)
        assert.equal(sum, visits.length)
        for (const [name, spread] of [
          ['waited', figures.waiting],
          ['walked', figures.walking],
          ['served', figures.serving],
          ['calledAfter', figures.office],
          ['arrivedAfter', figures.arrival],
        ] as const) {
          const times = visits.map((visit) => visit[name]).filter((time) => time !== null)
          if (times.length === 0) {
            assert.isNull(spread)
            continue
          }
          const [average, ...rest] = naiveSpread(times)
          assert.closeTo(spread!.average, average, 0.01)
          assert.deepEqual([spread!.median, spread!.p90, spread!.max], rest)
        }
      })
    )
  })
})
