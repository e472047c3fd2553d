const HOUR = 3_600_000

export type ChangeRefusal = 'over' | 'not_confirmed' | 'too_late'

export type Changeable = { state: string; startsAt: number }

/** May a customer still move or cancel? */
export function changeRefusal(
  appointment: Changeable,
  now: number,
  untilHours: number
): ChangeRefusal | null {
  if (appointment.state !== 'confirmed') return 'not_confirmed'
  if (appointment.startsAt <= now) return 'over'
  if (appointment.startsAt - untilHours * HOUR < now) return 'too_late'
  return null
}

/** Staff may until it ends (epoch ms): who comes late is given another time. */
export const staffMayChange = (
  { state, endsAt }: { state: string; endsAt: number },
  now: number
): boolean => state === 'confirmed' && now < endsAt
