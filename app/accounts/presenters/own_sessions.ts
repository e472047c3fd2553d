import type { OwnSession } from '#app/accounts/queries/sessions'

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

const firstMatch = (agent: string, names: readonly (readonly [string, string])[]) =>
  names.find(([sign]) => agent.includes(sign))?.[1]

/** `Firefox, Linux`: enough for people to recognise their devices; empty when nothing is known. */
export function deviceName(agent: string): string {
  return [firstMatch(agent, BROWSERS), firstMatch(agent, SYSTEMS)].filter(Boolean).join(', ')
}

export type PresentedSession = OwnSession & { deviceName: string; current: boolean }

export function presentSessions(sessions: OwnSession[], currentHash: string): PresentedSession[] {
  return sessions.map((session) => ({
    ...session,
    deviceName: deviceName(session.device),
    current: session.id === currentHash,
  }))
}
