const MINUTE = 60_000
const HOUR = 60 * MINUTE

export type Kind = 'staff' | 'customer'

const LIFE: Record<Kind, { idle: number; absolute: number }> = {
  staff: { idle: 30 * MINUTE, absolute: 10 * HOUR },
  customer: { idle: 60 * MINUTE, absolute: 12 * HOUR },
}

/** When a session ends unless it is used again: idle time after `lastSeen`, never past its age. */
export function sessionEnd(kind: Kind, signedInAt: number, lastSeen: number): number {
  return Math.min(lastSeen + LIFE[kind].idle, signedInAt + LIFE[kind].absolute)
}

/** Milliseconds that are left, and those that there would be after one more use. */
export type SessionTime = { left: number; most: number }

type Used = { readonly signedInAt: number; readonly lastSeenAt: number }

/** What a session has left at an instant, as long as nobody uses it and if somebody does. */
export function timeLeft(kind: Kind, { signedInAt, lastSeenAt }: Used, now: number): SessionTime {
  const from = (seenAt: number) => sessionEnd(kind, signedInAt, seenAt) - now
  return { left: from(lastSeenAt), most: from(now) }
}
