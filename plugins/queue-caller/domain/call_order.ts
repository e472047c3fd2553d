import {
  compareInQueue,
  isDue,
  type Queued,
  type Situation,
} from '#plugins/queue-caller/domain/queue_order'

/** Who waits, as staff read it. */
export type CallOrder<T> = {
  /** Those who may be called now, the next one first. */
  readonly due: readonly T[]
  /** Appointments of later today, in order of time. */
  readonly later: readonly T[]
  /** Those who did not come, in order of their next call. */
  readonly again: readonly T[]
}

/** Everybody who waits, in the order in which they would be called as things stand now. */
export function callOrder<T extends Queued & { readonly state: string }>(
  tickets: readonly T[],
  situation: Situation
): CallOrder<T> {
  const due = tickets.filter((ticket) => isDue(ticket, situation.now))
  const notYet = tickets
    .filter((ticket) => !isDue(ticket, situation.now))
    .toSorted((a, b) => a.dueFrom - b.dueFrom || a.seq - b.seq)
  return {
    due: due.toSorted((a, b) => compareInQueue(a, b, situation)),
    later: notYet.filter(({ state }) => state !== 'absent'),
    again: notYet.filter(({ state }) => state === 'absent'),
  }
}
