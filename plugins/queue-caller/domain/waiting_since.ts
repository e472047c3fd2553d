/** When somebody began to wait; epoch milliseconds. */
type Arrival = {
  readonly issuedAt: number
  /** Of an appointment. */
  readonly startsAt: number | null
  readonly checkedInAt: number | null
}

/**
 * Since when somebody waits: a walk-in since they took their number, an appointment since its
 * time, or since it checked in after that. A transfer changes nothing of it.
 */
export const waitingSince = ({ issuedAt, startsAt, checkedInAt }: Arrival): number =>
  startsAt === null ? issuedAt : Math.max(startsAt, checkedInAt ?? startsAt)

const MINUTE = 60_000

/** How long that is allowed to take in a line, in minutes. */
type Limits = { readonly targetMinutes: number; readonly longestWaitMinutes: number }

/** Whether a wait in milliseconds is within the target of its line, over it, or over the limit. */
export function waitState(
  wait: number,
  { targetMinutes, longestWaitMinutes }: Limits
): 'fine' | 'late' | 'over' {
  if (wait >= longestWaitMinutes * MINUTE) return 'over'
  return wait > targetMinutes * MINUTE ? 'late' : 'fine'
}
