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
