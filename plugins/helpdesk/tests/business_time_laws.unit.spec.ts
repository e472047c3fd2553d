import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  addBusinessTime,
  businessTime,
  subtractBusinessTime,
  type BusinessCalendar,
} from '#plugins/helpdesk/domain/business_time'
import { businessCalendar } from '#plugins/helpdesk/models/calendar_days'

/** Both clock changes of Europe, of the south, one of half an hour, and none. */
const ZONES = [
  'Europe/Rome',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
]
const HOUR = 3_600_000
const FIRST = Date.UTC(2020, 0, 1)
const LAST = Date.UTC(2030, 0, 1)

const quarter = fc.integer({ min: 0, max: 96 })
const time = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`

/** Hours of a day: none, one or two spans apart from each other. */
const hours = fc.uniqueArray(quarter, { minLength: 0, maxLength: 4 }).map((found) => {
  const edges = found.toSorted((a, b) => a - b)
  return edges
    .slice(0, edges.length - (edges.length % 2))
    .flatMap((edge, index) =>
      index % 2 === 0 ? [{ opens: time(edge), closes: time(edges[index + 1]) }] : []
    )
})

const calendar = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    // One day a week is always open, so that everything is due some time.
    monday: fc.constant([{ opens: '01:30', closes: '10:00' }]),
    week: fc.array(hours, { minLength: 6, maxLength: 6 }),
  })
  .map(({ zone, monday, week }) => {
    const rest = Object.fromEntries(week.map((day, index) => [index + 2, day]))
    return businessCalendar({ zone, hours: { 1: monday, ...rest }, days: [] })
  })

const instant = fc.integer({ min: FIRST, max: LAST })
const amount = fc.integer({ min: 1, max: 60 * HOUR })
const pauses = fc.array(
  fc.record({ from: instant, length: fc.integer({ min: 1, max: 90 * 24 * HOUR }) }),
  { maxLength: 3 }
)
const spans = pauses.map((list) => list.map(({ from, length }) => ({ from, to: from + length })))

const RUNS = 400

/** Open up to this instant, the last one of a span among them. */
function isOpenUpTo(own: BusinessCalendar, at: number): boolean {
  return businessTime(own, { from: at - 1, to: at }) === 1
}

test.group('Laws of business time over five zones and ten years', () => {
  test('exactly the amount has been counted when it is due, and never outside hours', ({
    assert,
  }) => {
    let far = 0
    const law = fc.property(calendar, instant, amount, spans, (own, start, length, gaps) => {
      const due = addBusinessTime(start, length, own, gaps)!
      if (due - start > 14 * 24 * HOUR) far++
      assert.equal(businessTime(own, { from: start, to: due }, gaps), length)
      assert.isTrue(isOpenUpTo(own, due))
    })
    fc.assert(law, { numRuns: RUNS })
    assert.isAbove(far, 0)
  })

  test('adding and subtracting undo each other', ({ assert }) => {
    const law = fc.property(calendar, instant, amount, spans, (own, start, length, gaps) => {
      const due = addBusinessTime(start, length, own, gaps)!
      const back = subtractBusinessTime(due, length, own, gaps)!
      // From the first open moment on: what lies before it does not count.
      assert.equal(businessTime(own, { from: start, to: back }, gaps), 0)
      assert.equal(addBusinessTime(back, length, own, gaps), due)
    })
    fc.assert(law, { numRuns: RUNS })
  })

  test('later is never earlier: in the start, in the amount, and with a pause', ({ assert }) => {
    const law = fc.property(
      ...([calendar, instant, fc.tuple(amount, amount), spans] as const),
      (own, start, [length, more], gaps) => {
        const due = addBusinessTime(start, length, own, gaps)!
        assert.isAtLeast(addBusinessTime(start + more, length, own, gaps)!, due)
        assert.isAbove(addBusinessTime(start, length + more, own, gaps)!, due)
        assert.isAtMost(addBusinessTime(start, length, own)!, due)
      }
    )
    fc.assert(law, { numRuns: RUNS })
  })
})
