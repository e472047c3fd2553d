/** docs/domain/helpdesk-statistics.md */
type What =
  | 'opened'
  | 'solved'
  | 'reopened'
  | 'rejected'
  | 'first_answer_in_time'
  | 'first_answer_late'
  | 'solution_in_time'
  | 'solution_late'
  | 'rated'

/** So many of one kind, alike in all that they are told apart by. */
export interface Counted {
  readonly what: What
  readonly teamId: number
  /** Key of the place at which the guided menu ended. */
  readonly need: string
  readonly agentId: number | null
  /** Quarter of an hour in which it happened, in epoch milliseconds; of `opened` alone. */
  readonly at: number
  readonly count: number
  /** Sum of the ratings; of `rated` alone. */
  readonly total: number
}

/** A part and its whole. */
export interface Share {
  readonly part: number
  readonly whole: number
}

export interface Figures {
  readonly opened: number
  readonly solved: number
  readonly reopened: number
  readonly rejected: number
  readonly firstAnswer: Share
  readonly solution: Share
  /** `part` is the sum of the ratings. */
  readonly rating: Share
}

export function figuresOf(counted: readonly Counted[]): Figures {
  const sum = (what: Counted['what'], of: 'count' | 'total' = 'count') =>
    counted.reduce((all, one) => (one.what === what ? all + one[of] : all), 0)
  const inTime = (kind: 'first_answer' | 'solution') => {
    const part = sum(`${kind}_in_time`)
    return { part, whole: part + sum(`${kind}_late`) }
  }
  return {
    opened: sum('opened'),
    solved: sum('solved'),
    reopened: sum('reopened'),
    rejected: sum('rejected'),
    firstAnswer: inTime('first_answer'),
    solution: inTime('solution'),
    rating: { part: sum('rated', 'total'), whole: sum('rated') },
  }
}

/** Null where there is nothing to divide by. */
export const shareOf = ({ part, whole }: Share): number | null =>
  whole === 0 ? null : part / whole

export const BREAKDOWNS = ['team', 'need', 'agent'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** Id of a team or an agent, or key of a need; null of nobody. */
export type PartKey = number | string | null
export type Part = { readonly key: PartKey; readonly figures: Figures }

const KEYS: Record<Breakdown, (one: Counted) => PartKey> = {
  team: ({ teamId }) => teamId,
  need: ({ need }) => need,
  agent: ({ agentId }) => agentId,
}

/** The figures of each part of which there are any. */
export const brokenDown = (counted: readonly Counted[], by: Breakdown): Part[] =>
  [...Map.groupBy(counted, KEYS[by])].map(([key, own]) => ({ key, figures: figuresOf(own) }))

/**
 * How many tickets were opened on each of the days.
 *
 * @param dayOf the local day of an instant, `2027-01-12`
 */
export function openedByDay(
  counted: readonly Counted[],
  days: readonly string[],
  dayOf: (instant: number) => string
): number[] {
  const sums = new Map<string, number>()
  for (const { what, at, count } of counted) {
    if (what === 'opened') sums.set(dayOf(at), (sums.get(dayOf(at)) ?? 0) + count)
  }
  return days.map((day) => sums.get(day) ?? 0)
}
