import { figuresOf, type Figures } from '#plugins/queue-caller/domain/figures'
import type { Visit } from '#plugins/queue-caller/domain/ticket_times'

/** A visit with all that it can be told apart by. */
export interface PlacedVisit extends Visit {
  readonly day: string
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number
  /** On the wall of its location, 0 … 23. */
  readonly hour: number
  /** Of the reservation; null of a walk-in. */
  readonly serviceId: number | null
}

/** Never by member of staff. */
export const BREAKDOWNS = ['hour', 'weekday', 'line', 'service', 'counter'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** One row: an hour, a weekday or an id; `line` where walk-ins stand beside services. */
export type Part = { readonly key: number; readonly isLine: boolean; readonly figures: Figures }

const WORKDAYS = 5
const NONE = figuresOf([])

/** Figures of each part, in order of time or of ids; hours and weekdays without gaps. */
export function brokenDown(visits: readonly PlacedVisit[], by: Breakdown): Part[] {
  if (by === 'service') {
    const [walkIns, booked] = [visits.filter(isWalkIn), visits.filter((one) => !isWalkIn(one))]
    const services = partsOf(booked, ({ serviceId }) => serviceId)
    const lines = partsOf(walkIns, ({ lineId }) => lineId)
    return [...services, ...lines.map((part) => ({ ...part, isLine: true }))]
  }
  const parts = partsOf(visits, KEYS[by])
  if (parts.length === 0) return []
  if (by === 'hour') return withoutGaps(parts, parts[0].key, parts.at(-1)!.key)
  return by === 'weekday' ? withoutGaps(parts, 1, Math.max(WORKDAYS, parts.at(-1)!.key)) : parts
}

const isWalkIn = ({ serviceId }: PlacedVisit) => serviceId === null

const KEYS = {
  hour: ({ hour }: PlacedVisit) => hour,
  weekday: ({ weekday }: PlacedVisit) => weekday,
  line: ({ lineId }: PlacedVisit) => lineId,
  counter: ({ counterId }: PlacedVisit) => counterId,
}

/** Visits without a key, e.g. of whom no counter called, are in none. */
function partsOf(
  visits: readonly PlacedVisit[],
  keyOf: (visit: PlacedVisit) => number | null
): Part[] {
  return [...Map.groupBy(visits, keyOf)]
    .flatMap(([key, own]) => (key === null ? [] : [{ key, own }]))
    .sort((a, b) => a.key - b.key)
    .map(({ key, own }) => ({ key, isLine: false, figures: figuresOf(own) }))
}

function withoutGaps(parts: readonly Part[], from: number, to: number): Part[] {
  const known = new Map(parts.map((part) => [part.key, part]))
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const key = from + index
    return known.get(key) ?? { key, isLine: false, figures: NONE }
  })
}
