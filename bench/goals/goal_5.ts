import type { BusyStretch } from '#app/scheduling/domain/busy_times'
import { buildCalendar, type CalendarInput } from '#app/scheduling/domain/calendar'
import { countFree } from '#app/scheduling/domain/free_starts'
import { dayNumber } from '#app/scheduling/domain/local_date'
import { median, type Figure, type Goal } from '../figures.js'

const RESOURCES = 50
const DAYS = 60
const LENGTH = 30
const BUSY_SHARE = 0.4
const OPENS = 8 * 60
const CLOSES = 18 * 60
const REPETITIONS = 40
const MINUTE = 60_000

/** Always the same sequence of numbers in [0, 1), so that every round does the same work. */
function* chance(): Generator<number, never> {
  for (let seed = 42; ;) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    yield seed / 2 ** 32
  }
}

function scenario() {
  const fromDay = dayNumber('2027-03-01')
  const ids = Array.from({ length: RESOURCES }, (_, index) => index + 1)
  const input: CalendarInput = {
    zone: 'Europe/Berlin',
    fromDay,
    days: DAYS,
    audience: 'public',
    stepMinutes: 15,
    resources: ids.map((id) => ({ id, units: 1 })),
    requirements: [{ need: 1, resourceIds: ids }],
    rules: [
      {
        resourceId: null,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        from: OPENS,
        to: CLOSES,
        validFrom: null,
        validTo: null,
        publicSeats: null,
        internalSeats: 0,
      },
    ],
    exceptions: [],
  }
  const random = chance()
  const stretches: BusyStretch[] = []
  // In the order of the index that answers the query: by resource, then by time.
  for (const resourceId of ids) {
    for (let day = fromDay; day < fromDay + DAYS; day++) {
      for (let minute = OPENS; minute < CLOSES; minute += LENGTH) {
        if (random.next().value >= BUSY_SHARE) continue
        // The hour of UTC instead of Berlin changes which starts are free, not how many.
        const from = day * 1440 + minute
        stretches.push({ resourceId, seat: 0, from, to: from + LENGTH })
      }
    }
  }
  return { input, stretches }
}

/** From rules and rows to the list of starts with their free places. */
function freeStarts({ input, stretches }: ReturnType<typeof scenario>): number {
  const calendar = buildCalendar(input)
  const free = countFree(calendar, stretches, { duration: LENGTH, before: 0, after: 0 })
  const list: Array<{ startsAt: number; places: number }> = []
  for (let i = 0; i < free.length; i++) {
    if (free[i] > 0) list.push({ startsAt: calendar.starts[i] * MINUTE, places: free[i] })
  }
  return list.length
}

async function measure(rounds: number): Promise<Figure[]> {
  const sample = scenario()
  const expected = freeStarts(sample)
  if (expected === 0) throw new Error('Invalid run: no free start found')
  const perResourceDay: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const began = process.cpuUsage()
    for (let i = 0; i < REPETITIONS; i++) {
      if (freeStarts(sample) !== expected) throw new Error('Invalid run: another answer')
    }
    const { user, system } = process.cpuUsage(began)
    // The first round warms the compiler up.
    if (round === 0) continue
    perResourceDay.push(((user + system) * 1000) / (REPETITIONS * RESOURCES * DAYS))
  }
  return [
    {
      goal: 5,
      what: 'availability kernel, 50 resources × 60 days, 40 % busy',
      value: median(perResourceDay),
      unit: 'ns a resource-day',
      first: 150,
      bar: 40,
      beside: `${expected} free starts, ${sample.stretches.length} busy stretches`,
    },
  ]
}

export default { id: 5, title: 'Availability kernel', measure } satisfies Goal
