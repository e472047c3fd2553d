import fc from 'fast-check'
import type { PlainException, PlainPlanner, PlainRule } from '#tests/scheduling/naive_availability'

/** Days around both clock changes of five zones; Cairo skips and repeats the hour at midnight. */
const CHANGES: [zone: string, days: string[]][] = [
  ['Europe/Rome', ['2027-03-27', '2027-03-28', '2027-03-29']],
  ['Europe/Rome', ['2027-10-30', '2027-10-31', '2027-11-01']],
  ['America/New_York', ['2027-03-13', '2027-03-14', '2027-03-15']],
  ['America/New_York', ['2027-11-06', '2027-11-07', '2027-11-08']],
  ['Australia/Lord_Howe', ['2027-04-03', '2027-04-04', '2027-04-05']],
  ['Australia/Lord_Howe', ['2027-10-02', '2027-10-03', '2027-10-04']],
  ['Africa/Cairo', ['2027-04-29', '2027-04-30', '2027-05-01']],
  ['Africa/Cairo', ['2027-10-28', '2027-10-29', '2027-10-30']],
  ['Atlantic/Azores', ['2027-03-27', '2027-03-28', '2027-03-29']],
  ['Atlantic/Azores', ['2027-10-30', '2027-10-31', '2027-11-01']],
]

const MINUTE = 60_000

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** From–to, often around the hours in which clocks change. */
const hours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => ({
    opens: time(from * 15),
    closes: time(Math.min(1440, (from + length) * 15)),
  }))
const seats = fc.record({
  publicSeats: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 2 }),
  internalSeats: fc.integer({ min: 0, max: 2 }),
})
const owner = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 3 }))
const weekdays: fc.Arbitrary<number[]> = fc.oneof(
  fc.constant<number[]>([1, 2, 3, 4, 5, 6, 7]),
  fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
)

function ruleOf(days: string[]): fc.Arbitrary<PlainRule> {
  const day = fc.option(fc.constantFrom(...days), { freq: 3 })
  return fc
    .tuple(hours, seats, owner, weekdays, day, day)
    .map(([at, who, resource, on, validFrom, validTo]) => ({
      ...at,
      ...who,
      resource,
      weekdays: on,
      validFrom,
      validTo,
    }))
}

function exceptionOf(days: string[]): fc.Arbitrary<PlainException> {
  const special = fc.tuple(hours, seats).map(([at, who]) => ({ ...at, ...who }))
  return fc
    .tuple(owner, fc.constantFrom(...days), fc.constantFrom(...days), fc.option(special))
    .map(([resource, fromDay, toDay, kind]) => ({ resource, fromDay, toDay, hours: kind }))
}

/** Mostly whole minutes; some a few milliseconds beside, as raw SQL might write them. */
function busyOf(days: string[]): fc.Arbitrary<PlainPlanner['busy'][number]> {
  const first = Date.parse(`${days[0]}T00:00Z`) / MINUTE - 600
  return fc
    .record({
      resource: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 9 }),
      seat: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 4 }),
      at: fc.integer({ min: 0, max: 1100 }),
      length: fc.integer({ min: 1, max: 60 }),
      beside: fc.constantFrom(0, 0, 0, 1, 30_000, -1),
    })
    .map(({ resource, seat, at, length, beside }) => {
      const from = (first + at * 5) * MINUTE + beside
      return {
        resource,
        seat: resource === null ? null : seat,
        from,
        to: from + length * 5 * MINUTE + beside,
      }
    })
}

function plannerAround(zone: string, days: string[]): fc.Arbitrary<PlainPlanner> {
  const ids = fc.subarray([1, 2, 3], { minLength: 1 })
  return fc.record({
    zone: fc.constant(zone),
    days: fc.constant(days),
    audience: fc.constantFrom('public' as const, 'staff' as const),
    duration: fc.integer({ min: 1, max: 36 }).map((n) => n * 5),
    step: fc.constantFrom(10, 15, 20, 25, 30, 45, 60, 90),
    before: fc.constantFrom(0, 0, 5, 10, 45),
    after: fc.constantFrom(0, 0, 5, 20),
    resources: fc
      .tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 3 })))
      .map((units) => units.map((count, i) => ({ id: i + 1, units: count }))),
    requirements: fc.array(fc.record({ need: fc.integer({ min: 1, max: 2 }), of: ids }), {
      minLength: 1,
      maxLength: 2,
    }),
    rules: fc.array(ruleOf(days), { minLength: 1, maxLength: 6 }),
    exceptions: fc.oneof(
      { weight: 2, arbitrary: fc.constant<PlainException[]>([]) },
      { weight: 1, arbitrary: fc.array(exceptionOf(days), { maxLength: 3 }) }
    ),
    busy: fc.array(busyOf(days), { maxLength: 14 }),
  })
}

export const randomPlanner: fc.Arbitrary<PlainPlanner> = fc
  .constantFrom(...CHANGES)
  .chain(([zone, days]) => plannerAround(zone, days))
