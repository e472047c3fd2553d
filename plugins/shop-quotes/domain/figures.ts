/** docs/domain/shop-statistics.md */
export const BREAKDOWNS = ['service', 'category', 'rate'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** What was sold of one service at one rate within a quarter of an hour; amounts in minor units. */
export interface Sold {
  /** Null: not in the catalogue. */
  readonly serviceId: number | null
  readonly rateBp: number
  /** Quarter of an hour in which it was paid, in epoch milliseconds. */
  readonly at: number
  readonly lines: number
  readonly netMinor: number
  readonly taxMinor: number
}

/** Quotes in which a service was requested. */
export interface Requested {
  readonly serviceId: number
  readonly quotes: number
}

/** What happened in a period, as it was counted. */
export interface Counted {
  readonly sold: readonly Sold[]
  readonly requestedOf: readonly Requested[]
  readonly orders: number
  readonly repaidMinor: number
  readonly requested: number
  readonly sent: number
  /** Sum of the times to answer of those that were sent, in milliseconds. */
  readonly answeredIn: number
  readonly accepted: number
  /** Rejected or expired. */
  readonly lost: number
}

export interface Figures {
  readonly netMinor: number
  readonly taxMinor: number
  readonly orders: number
  readonly repaidMinor: number
  readonly requested: number
  readonly sent: number
  /** Milliseconds on the average; null: nothing was sent. */
  readonly timeToAnswer: number | null
  readonly accepted: number
  /** 0 … 1; null: nothing was decided. */
  readonly conversion: number | null
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number) =>
  all.reduce((sum, one) => sum + of(one), 0)

export function figuresOf(counted: Counted): Figures {
  const { sold, orders, repaidMinor, requested, sent, answeredIn, accepted, lost } = counted
  const decided = accepted + lost
  return {
    netMinor: sumOf(sold, ({ netMinor }) => netMinor),
    taxMinor: sumOf(sold, ({ taxMinor }) => taxMinor),
    ...{ orders, repaidMinor, requested, sent, accepted },
    timeToAnswer: sent === 0 ? null : answeredIn / sent,
    conversion: decided === 0 ? null : accepted / decided,
  }
}

/** A row of the table: what was sold of it, and in how many quotes it was requested. */
export interface Part {
  /** Id of a service or category, or a rate in basis points; null: not in the catalogue. */
  readonly key: number | null
  readonly netMinor: number
  readonly taxMinor: number
  readonly lines: number
  /** Null where quotes cannot be told apart like that. */
  readonly quotes: number | null
}

/** @param categoryOf the category that a service has now */
export function brokenDown(
  { sold, requestedOf }: Pick<Counted, 'sold' | 'requestedOf'>,
  by: Breakdown,
  categoryOf: (serviceId: number) => number | null
): Part[] {
  const place = (serviceId: number | null) =>
    by === 'category' && serviceId !== null ? categoryOf(serviceId) : serviceId
  const bought = Map.groupBy(sold, (one) => (by === 'rate' ? one.rateBp : place(one.serviceId)))
  const wanted = Map.groupBy(by === 'rate' ? [] : requestedOf, ({ serviceId }) => place(serviceId))
  const keys = new Set([...bought.keys(), ...wanted.keys()])
  return [...keys].map((key) => {
    const own = bought.get(key) ?? []
    return {
      key,
      netMinor: sumOf(own, ({ netMinor }) => netMinor),
      taxMinor: sumOf(own, ({ taxMinor }) => taxMinor),
      lines: sumOf(own, ({ lines }) => lines),
      quotes: by === 'rate' ? null : sumOf(wanted.get(key) ?? [], ({ quotes }) => quotes),
    }
  })
}

/**
 * Net of each of the days.
 *
 * @param dayOf the local day of an instant, `2027-01-12`
 */
export function netByDay(
  sold: readonly Sold[],
  days: readonly string[],
  dayOf: (instant: number) => string
): number[] {
  const sums = new Map<string, number>()
  for (const { at, netMinor } of sold) {
    sums.set(dayOf(at), (sums.get(dayOf(at)) ?? 0) + netMinor)
  }
  return days.map((day) => sums.get(day) ?? 0)
}
