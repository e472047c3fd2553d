const MINUTE = 60_000
const HOUR = 60 * MINUTE

export type Kind = 'staff' | 'customer'

/** Milliseconds: how long a session may lie unused, and how old it may get at all. */
export type SessionLife = { readonly idle: number; readonly absolute: number }

const LIFE: Record<Kind, SessionLife> = {
  staff: { idle: 30 * MINUTE, absolute: 10 * HOUR },
  customer: { idle: 60 * MINUTE, absolute: 12 * HOUR },
}

/** Where an account shows records about health, a computer left alone is closed sooner. */
const BESIDE_HEALTH_RECORDS: SessionLife = { idle: 30 * MINUTE, absolute: 8 * HOUR }

/** @param health whether a plugin with records about health is enabled; staff have the short one always */
export const sessionLife = (kind: Kind, health: boolean): SessionLife =>
  kind === 'customer' && health ? BESIDE_HEALTH_RECORDS : LIFE[kind]

/** When a session ends unless it is used again: idle time after `lastSeen`, never past its age. */
export function sessionEnd(life: SessionLife, signedInAt: number, lastSeen: number): number {
  return Math.min(lastSeen + life.idle, signedInAt + life.absolute)
}

/** Milliseconds that are left, and those that there would be after one more use. */
export type SessionTime = { left: number; most: number }

type Used = { readonly signedInAt: number; readonly lastSeenAt: number }

/** What a session has left at an instant, as long as nobody uses it and if somebody does. */
export function timeLeft(
  life: SessionLife,
  { signedInAt, lastSeenAt }: Used,
  now: number
): SessionTime {
  const from = (seenAt: number) => sessionEnd(life, signedInAt, seenAt) - now
  return { left: from(lastSeenAt), most: from(now) }
}
