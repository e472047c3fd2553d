import type { Outcome, Visit } from '#plugins/queue-caller/domain/ticket_times'

/** Times of some visits in milliseconds; median and P90 by nearest rank, so somebody had them. */
export interface Spread {
  readonly count: number
  readonly average: number
  readonly median: number
  readonly p90: number
  readonly max: number
}

/** What is read off some visits; a spread is null where there was no such time. */
export interface Figures {
  readonly tickets: number
  readonly appointments: number
  readonly passedOn: number
  readonly called: number
  /** By outcome; `open` are those that still wait or are served. */
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly waiting: Spread | null
  readonly walking: Spread | null
  readonly serving: Spread | null
  /** Of those counted in `waiting`. */
  readonly within: number
  readonly told: { readonly count: number; readonly error: number; readonly inside: number } | null
  readonly office: Spread | null
  readonly arrival: Spread | null
  /** Of those counted in `arrival`: checked in after their time. */
  readonly late: number
}

/** Number ⌈share · n⌉ of n values in ascending order. */
const ranked = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]

/** Of any number of times; null without any. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const sum = sorted.reduce((total, value) => total + value, 0)
  return {
    count: sorted.length,
    average: sum / sorted.length,
    median: ranked(sorted, 0.5),
    p90: ranked(sorted, 0.9),
    max: sorted[sorted.length - 1],
  }
}

/** The figures of docs/domain/queue-statistics.md. */
export function figuresOf(visits: readonly Visit[]): Figures {
  const count = (is: (visit: Visit) => boolean) => visits.filter(is).length
  const ended = (as: Outcome) => count(({ outcome }) => outcome === as)
  const times = (of: (visit: Visit) => number | null) =>
    spreadOf(visits.map(of).filter((time) => time !== null))
  return {
    tickets: visits.length,
    appointments: count(({ isAppointment, isPassedOn }) => isAppointment && !isPassedOn),
    passedOn: count(({ isPassedOn }) => isPassedOn),
    called: count(({ calls }) => calls > 0),
    outcomes: {
      served: ended('served'),
      no_show: ended('no_show'),
      left: ended('left'),
      closed: ended('closed'),
      open: ended('open'),
    },
    waiting: times(({ waited }) => waited),
    walking: times(({ walked }) => walked),
    serving: times(({ served }) => served),
    within: count(({ within }) => within === true),
    told: toldOf(visits),
    office: times(({ calledAfter }) => calledAfter),
    arrival: times(({ arrivedAfter }) => arrivedAfter),
    late: count(({ arrivedAfter }) => arrivedAfter !== null && arrivedAfter > 0),
  }
}

function toldOf(visits: readonly Visit[]): Figures['told'] {
  const told = visits.flatMap((visit) => (visit.told ? [visit.told] : []))
  if (told.length === 0) return null
  const error = told.reduce((total, one) => total + one.error, 0) / told.length
  return { count: told.length, error, inside: told.filter(({ inside }) => inside).length }
}
