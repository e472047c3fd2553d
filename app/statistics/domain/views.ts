/** Where somebody came from, and nothing closer than that. */
export type Referrer = 'own' | 'other' | 'none'

/** One page shown to somebody who agreed. */
export interface View {
  /** epoch milliseconds */
  readonly at: number
  /** What their cookie holds. */
  readonly visitor: string
  /** Kind of the page, never an address: `booking.services.index`. */
  readonly page: string
  readonly language: string
  readonly referrer: Referrer
}

export const KINDS = ['total', 'page', 'language', 'referrer'] as const
export type Kind = (typeof KINDS)[number]

/** So often something was counted on a local day: `total` `views`, or one page. */
export interface Count {
  readonly day: string
  readonly kind: Kind
  readonly name: string
  readonly amount: number
}

/** A visitor on a local day, without a longer pause between `first` and `last`. */
export interface Stretch {
  readonly day: string
  readonly visitor: string
  readonly first: number
  readonly last: number
}

/** Who comes back after so long begins another visit. */
export const PAUSE_MS = 30 * 60_000

type DayOf = (instant: number) => string

/** What can be counted without knowing whether a visitor was here before. */
export function countsOf(views: readonly View[], dayOf: DayOf): Count[] {
  const all = views.flatMap(({ at, page, language, referrer }) => {
    const day = dayOf(at)
    return [
      { day, kind: 'total', name: 'views', amount: 1 },
      { day, kind: 'page', name: page, amount: 1 },
      { day, kind: 'language', name: language, amount: 1 },
      { day, kind: 'referrer', name: referrer, amount: 1 },
    ] satisfies Count[]
  })
  return added(all)
}

/** One row a day, kind and name, always in the same order: two processes never wait crosswise. */
export function added(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>()
  for (const count of counts) {
    const key = [count.day, count.kind, count.name].join('\n')
    sums.set(key, { ...count, amount: (sums.get(key)?.amount ?? 0) + count.amount })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}

/** The views of each visitor, cut at midnight and at longer pauses. */
export function stretchesOf(views: readonly View[], dayOf: DayOf): Stretch[] {
  const stretches: Stretch[] = []
  const latest = new Map<string, number>()
  for (const { at, visitor } of views.toSorted((a, b) => a.at - b.at)) {
    const day = dayOf(at)
    const index = latest.get(visitor)
    const open = index === undefined ? undefined : stretches[index]
    if (open && open.day === day && at - open.last < PAUSE_MS) {
      stretches[index!] = { ...open, last: at }
    } else {
      latest.set(visitor, stretches.push({ day, visitor, first: at, last: at }) - 1)
    }
  }
  return stretches
}

/** Only whether it was one of our own pages: the address of another site is nobody's business. */
export function referrerOf(referer: string | undefined, host: string): Referrer {
  if (!referer || !URL.canParse(referer)) return 'none'
  return new URL(referer).host === host ? 'own' : 'other'
}
