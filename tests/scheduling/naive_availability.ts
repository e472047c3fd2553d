/**
 * The rules of docs/domain/availability.md once more, minute by minute through Intl and without a
 * line of the sweep's code. Slow on purpose: nothing here is cut, merged or cached but the clock.
 */

export interface PlainRule {
  resource: number | null
  weekdays: number[]
  opens: string
  closes: string
  validFrom: string | null
  validTo: string | null
  publicSeats: number | null
  internalSeats: number
}

export interface PlainException {
  resource: number | null
  fromDay: string
  toDay: string
  /** null: closed */
  hours: Pick<PlainRule, 'opens' | 'closes' | 'publicSeats' | 'internalSeats'> | null
}

/** Everything that decides, as an operator would enter it. */
export interface PlainPlanner {
  zone: string
  days: string[]
  audience: 'public' | 'staff'
  duration: number
  step: number
  before: number
  after: number
  resources: { id: number; units: number }[]
  requirements: { need: number; of: number[] }[]
  rules: PlainRule[]
  exceptions: PlainException[]
  /** epoch milliseconds; null = every resource or every seat */
  busy: { resource: number | null; seat: number | null; from: number; to: number }[]
}

interface Wall {
  date: string
  time: string
}

interface Seat {
  resource: number
  seat: number
}

const MINUTE = 60_000
const clocks = new Map<string, Intl.DateTimeFormat>()
const walls = new Map<string, Wall>()

function wallAt(zone: string, ms: number): Wall {
  const key = `${zone} ${ms}`
  let wall = walls.get(key)
  if (!wall) {
    let clock = clocks.get(zone)
    if (!clock) {
      const shown = { dateStyle: 'short', timeStyle: 'short', timeZone: zone } as const
      clock = new Intl.DateTimeFormat('sv-SE', shown)
      clocks.set(zone, clock)
    }
    const [date, time] = clock.format(ms).split(' ')
    wall = { date, time }
    walls.set(key, wall)
  }
  return wall
}

function isoWeekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7
}

type Hours = Pick<PlainRule, 'opens' | 'closes' | 'publicSeats' | 'internalSeats'>

/** How many seats these hours open at a time of day; the most generous of them counts. */
function mostSeats(planner: PlainPlanner, hours: Hours[], time: string): number {
  const open = hours
    .filter(({ opens, closes }) => opens <= time && time < closes)
    .map(({ publicSeats, internalSeats }) => {
      const forAll = publicSeats ?? 1_000_000
      return planner.audience === 'public' ? forAll : forAll + internalSeats
    })
  return Math.max(0, ...open)
}

function seatsOpen(planner: PlainPlanner, resource: number, { date, time }: Wall): number {
  const onDay = planner.exceptions.filter(({ fromDay, toDay }) => fromDay <= date && date <= toDay)
  const special = (owner: number | null) => {
    const mine = onDay.filter((exception) => exception.resource === owner)
    if (mine.length === 0) return null
    if (mine.some(({ hours }) => hours === null)) return 0
    return mostSeats(
      planner,
      mine.map(({ hours }) => hours!),
      time
    )
  }
  const ownSpecial = special(resource)
  if (ownSpecial !== null) return ownSpecial
  const valid = planner.rules.filter(
    ({ validFrom, validTo }) => (validFrom ?? '0') <= date && date <= (validTo ?? '9')
  )
  const own = valid.filter((rule) => rule.resource === resource)
  const governing = own.length > 0 ? own : valid.filter((rule) => rule.resource === null)
  const today = governing.filter(({ weekdays }) => weekdays.includes(isoWeekday(date)))
  const byRules = mostSeats(planner, today, time)
  const byLocation = special(null)
  if (byLocation === null) return byRules
  return own.length > 0 ? Math.min(byRules, byLocation) : byLocation
}

function openSeats(planner: PlainPlanner, wall: Wall): Seat[] {
  return planner.resources.flatMap(({ id, units }) => {
    const open = Math.min(units, seatsOpen(planner, id, wall))
    return Array.from({ length: open }, (_, seat) => ({ resource: id, seat }))
  })
}

function serviceIsOpen(planner: PlainPlanner, wall: Wall): boolean {
  const open = openSeats(planner, wall)
  return planner.requirements.every(
    ({ need, of }) => open.filter(({ resource }) => of.includes(resource)).length >= need
  )
}

const timeAt = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Times of day on the grid: walk forward from each minute at which the service opens. */
function gridTimes(planner: PlainPlanner, date: string): Set<string> {
  const times = new Set<string>()
  let since = -1
  for (let minute = 0; minute < 1440; minute++) {
    if (!serviceIsOpen(planner, { date, time: timeAt(minute) })) {
      since = -1
      continue
    }
    if (since < 0) since = minute
    if ((minute - since) % planner.step === 0) times.add(timeAt(minute))
  }
  return times
}

function seatIsFree(planner: PlainPlanner, { resource, seat }: Seat, start: number): boolean {
  for (let i = 0; i < planner.duration; i++) {
    const wall = wallAt(planner.zone, start + i * MINUTE)
    if (seat >= seatsOpen(planner, resource, wall)) return false
  }
  const from = start - planner.before * MINUTE
  const to = start + (planner.duration + planner.after) * MINUTE
  return !planner.busy.some(
    (busy) =>
      (busy.resource === null || busy.resource === resource) &&
      (busy.seat === null || busy.seat === seat) &&
      busy.from < to &&
      busy.to > from
  )
}

/** Tries every way to fill the demands one after the other. */
function canFill(demands: number[][], free: Seat[], used: Set<Seat>): boolean {
  if (demands.length === 0) return true
  const [of, ...others] = demands
  return free.some((seat) => {
    if (used.has(seat) || !of.includes(seat.resource)) return false
    return canFill(others, free, new Set([...used, seat]))
  })
}

function sessionsAt(planner: PlainPlanner, start: number): number {
  const all = planner.resources.flatMap(({ id, units }) =>
    Array.from({ length: units }, (_, seat) => ({ resource: id, seat }))
  )
  const free = all.filter((seat) => seatIsFree(planner, seat, start))
  const one = planner.requirements.flatMap(({ need, of }) => Array.from({ length: need }, () => of))
  let sessions = 0
  const demands = [...one]
  while (demands.length <= free.length && canFill(demands, free, new Set())) {
    sessions++
    demands.push(...one)
  }
  return sessions
}

/** Start (epoch ms) → how many sessions could start then; every start of the grid. */
export function naiveStarts(planner: PlainPlanner): Map<number, number> {
  const grids = new Map(planner.days.map((date) => [date, gridTimes(planner, date)]))
  const starts = new Map<number, number>()
  const first = Date.parse(`${planner.days[0]}T00:00Z`) - 1440 * MINUTE
  const last = Date.parse(`${planner.days.at(-1)}T00:00Z`) + 2 * 1440 * MINUTE
  for (let ms = first; ms < last; ms += MINUTE) {
    const { date, time } = wallAt(planner.zone, ms)
    if (grids.get(date)?.has(time)) starts.set(ms, sessionsAt(planner, ms))
  }
  return starts
}
