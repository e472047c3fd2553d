import { test } from '@japa/runner'
import { publicHours } from '#app/scheduling/domain/public_hours'
import { dayNumber } from '#app/scheduling/domain/local_date'

const seats = { publicSeats: null, internalSeats: 0 }
const always = { validFrom: null, validTo: null, ...seats }
const place = { resourceId: null, ...always }
const MONDAY = dayNumber('2027-01-18')
const at = (time: string, day = MONDAY) => ({
  day,
  minute: +time.slice(0, 2) * 60 + +time.slice(3),
})

const weekdays = [1, 2, 3, 4, 5]
const rules = [
  { ...place, weekdays, from: 540, to: 720 },
  { ...place, weekdays, from: 840, to: 1080 },
  { ...place, weekdays: [6], from: 540, to: 780 },
]
const closing = { resourceId: null, closed: true, from: 0, to: 0, name: 'Fest', ...seats }
const closedOn = (day: number) => ({ ...closing, fromDay: day, toDay: day })

const nowAt = (time: string, day?: number, exceptions: ReturnType<typeof closedOn>[] = []) =>
  publicHours({ rules, exceptions }, at(time, day))?.now

test.group('H12 hours as the public reads them', () => {
  test('the week as the rules say it, breaks included', ({ assert }) => {
    const week = publicHours({ rules, exceptions: [] }, at('08:00'))!.week
    const spans = (weekday: number) => week.find((one) => one.weekday === weekday)?.spans
    assert.deepEqual(spans(1), [
      [540, 720],
      [840, 1080],
    ])
    assert.deepEqual(spans(6), [[540, 780]])
    assert.deepEqual(spans(7), [])
    assert.deepEqual(
      week.map(({ weekday }) => weekday),
      [1, 2, 3, 4, 5, 6, 7]
    )
  })

  test('open until the break, closed until it is over, to the minute', ({ assert }) => {
    assert.deepEqual(nowAt('11:59'), { open: true, until: 720 })
    assert.deepEqual(nowAt('12:00'), { open: false, next: { day: MONDAY, from: 840 } })
    assert.deepEqual(nowAt('14:00'), { open: true, until: 1080 })
    assert.deepEqual(nowAt('18:00'), { open: false, next: { day: MONDAY + 1, from: 540 } })
  })

  test('a holiday is skipped on the way to the next opening', ({ assert }) => {
    const saturday = MONDAY + 5
    const next = nowAt('13:00', saturday, [closedOn(MONDAY + 7)])
    assert.deepEqual(next, { open: false, next: { day: MONDAY + 8, from: 540 } })
    assert.deepEqual(nowAt('10:00', MONDAY, [closedOn(MONDAY)]), {
      open: false,
      next: { day: MONDAY + 1, from: 540 },
    })
  })

  test('special days of the near future are named, those gone by are not', ({ assert }) => {
    const exceptions = [closedOn(MONDAY - 1), closedOn(MONDAY + 3), closedOn(MONDAY + 100)]
    assert.deepEqual(publicHours({ rules, exceptions }, at('09:00'))!.special, [
      { fromDay: MONDAY + 3, toDay: MONDAY + 3, spans: [], name: 'Fest' },
    ])
  })

  test('without hours of its own a place is open when anything in it is', ({ assert }) => {
    const own = [
      { ...place, resourceId: 1, weekdays: [1], from: 540, to: 660 },
      { ...place, resourceId: 2, weekdays: [1], from: 600, to: 780 },
    ]
    const hours = publicHours({ rules: own, exceptions: [] }, at('10:00'))!
    assert.deepEqual(hours.week[0].spans, [[540, 780]])
    assert.deepEqual(hours.now, { open: true, until: 780 })
  })

  test('hours for staff alone, past rules and no rules are no opening hours', ({ assert }) => {
    const inner = [{ ...rules[0], publicSeats: 0, internalSeats: 2 }]
    assert.deepEqual(publicHours({ rules: inner, exceptions: [] }, at('10:00'))?.now, {
      open: false,
      next: null,
    })
    const past = [{ ...rules[0], validTo: MONDAY - 1 }]
    assert.deepEqual(publicHours({ rules: past, exceptions: [] }, at('10:00'))?.now, {
      open: false,
      next: null,
    })
    assert.isNull(publicHours({ rules: [], exceptions: [] }, at('10:00')))
  })
})
