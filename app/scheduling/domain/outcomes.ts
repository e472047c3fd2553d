import type {
  ReservationOutcome,
  ReservationState,
} from '#app/scheduling/domain/reservation_states'

type Reserved = {
  readonly state: ReservationState
  readonly outcome: ReservationOutcome | null
  /** Local day of its location. */
  readonly day: string
  /** Epoch ms. */
  readonly startsAt: number
}

type Moment = {
  /** Epoch ms. */
  readonly now: number
  /** Local day of the location at that moment. */
  readonly today: string
}

/** What may be said after what was said; `null` takes the last word back. */
const STEPS: Record<ReservationOutcome | 'none', readonly (ReservationOutcome | null)[]> = {
  none: ['arrived', 'served', 'no_show'],
  // Whoever was here and then does not come when called.
  arrived: ['served', 'no_show', null],
  served: ['arrived', null],
  no_show: ['arrived', null],
}

/**
 * What can be said now of what became of a reservation: nobody arrives before the day, and
 * nobody has stayed away before the time.
 */
export function nextOutcomes(
  { state, outcome, day, startsAt }: Reserved,
  { now, today }: Moment
): readonly (ReservationOutcome | null)[] {
  if (state !== 'confirmed') return []
  return STEPS[outcome ?? 'none'].filter((next) => {
    if (next === 'no_show') return startsAt <= now
    return next === null || day <= today
  })
}
