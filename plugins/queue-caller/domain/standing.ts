const MINUTE = 60_000

/** Where a ticket stands in its line. Instants are epoch milliseconds. */
export interface Standing {
  readonly among: 'appointments' | 'walk_ins'
  /** The moment by which it stands among them. */
  readonly orderAt: number
  /** It is due from this moment on. */
  readonly dueFrom: number
}

export interface CheckInRules {
  /** So long before its time an appointment may be called once it has checked in. */
  readonly earlyMinutes: number
  /** So long after its time it keeps its place among the appointments. */
  readonly lateMinutes: number
}

export interface RecallRules {
  /** Calls after the first one. */
  readonly extraCalls: number
  /** From one call to the next. */
  readonly intervalMinutes: number
}

/** Of a walk-in: in order of arrival. */
export const walkInStanding = (issuedAt: number): Standing => ({
  among: 'walk_ins',
  orderAt: issuedAt,
  dueFrom: issuedAt,
})

/** Of an appointment that has not checked in: it is called at its time in any case (Q4). */
export const appointmentStanding = (startsAt: number): Standing => ({
  among: 'appointments',
  orderAt: startsAt,
  dueFrom: startsAt,
})

/**
 * Of an appointment that checks in (Q2).
 *
 * @param before what became of it so far: nothing yet, absent at its last call, or no-show
 */
export function checkedInStanding(
  { startsAt, before }: { startsAt: number; before: 'waiting' | 'absent' | 'no_show' },
  now: number,
  { earlyMinutes, lateMinutes }: CheckInRules
): Standing {
  if (before === 'absent') return appointmentStanding(now)
  if (before === 'no_show' || now > startsAt + lateMinutes * MINUTE) return walkInStanding(now)
  const earliest = Math.max(now, startsAt - earlyMinutes * MINUTE)
  return { ...appointmentStanding(startsAt), dueFrom: Math.min(earliest, startsAt) }
}

/**
 * Of who did not come to a call (Q5); null when that was the last one, which is a no-show.
 *
 * @param calls how often it has been called, this time included
 * @param calledAt when it was called this time
 */
export function afterAbsent(
  { calls, calledAt }: { calls: number; calledAt: number },
  { extraCalls, intervalMinutes }: RecallRules
): Standing | null {
  if (calls > extraCalls) return null
  return appointmentStanding(calledAt + intervalMinutes * MINUTE)
}
