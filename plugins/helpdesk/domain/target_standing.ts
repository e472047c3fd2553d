/** A target as it is kept; instants in epoch milliseconds. */
export interface KeptTarget {
  readonly dueAt: number | null
  readonly leftSeconds: number | null
  readonly warnAt: number | null
  readonly metAt: number | null
  readonly lateSeconds: number | null
}

/** How a target stands; `seconds` of business time. */
export type Standing =
  | { readonly is: 'met'; readonly at: number }
  | { readonly is: 'late'; readonly at: number; readonly seconds: number }
  | { readonly is: 'paused'; readonly seconds: number }
  /** Missed, and now the customer has the turn. */
  | { readonly is: 'missed_paused' }
  | { readonly is: 'missed'; readonly at: number }
  | { readonly is: 'near'; readonly at: number }
  | { readonly is: 'running'; readonly at: number }
  /** Its calendar is hardly ever open. */
  | { readonly is: 'never' }

/** What becomes of a target: docs/domain/business-time.md. */
export function standingOf(target: KeptTarget, now: number): Standing {
  const { dueAt, leftSeconds, warnAt, metAt, lateSeconds } = target
  if (metAt !== null) {
    return lateSeconds === null
      ? { is: 'met', at: metAt }
      : { is: 'late', at: metAt, seconds: lateSeconds }
  }
  if (leftSeconds !== null) {
    return leftSeconds > 0 ? { is: 'paused', seconds: leftSeconds } : { is: 'missed_paused' }
  }
  if (dueAt === null) return { is: 'never' }
  if (dueAt < now) return { is: 'missed', at: dueAt }
  return { is: warnAt !== null && warnAt <= now ? 'near' : 'running', at: dueAt }
}
