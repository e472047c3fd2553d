import type { I18n } from '@adonisjs/i18n'
import type { Formats } from '#core/organisation'
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

type Page = { i18n: I18n; formats: Formats; currentId: string }

/** Where a person is signed in, in words; `current` is the device on which they look at it. */
export function presentSessions(sessions: OwnSession[], { i18n, formats, currentId }: Page) {
  return sessions.map((session) => {
    const device = deviceName(session.device) || i18n.t('accounts.sessions.unknown_device')
    const current = session.id === currentId
    const thisOne = i18n.t('accounts.sessions.this_one')
    return {
      publicId: session.publicId,
      current,
      endLabel: i18n.t('accounts.sessions.end', { device }),
      lines: [
        {
          label: i18n.t('accounts.sessions.device'),
          text: current ? `${device} · ${thisOne}` : device,
        },
        { label: i18n.t('accounts.sessions.since'), text: formats.dateTime(session.signedInAt) },
        {
          label: i18n.t('accounts.sessions.last_seen'),
          text: formats.dateTime(session.lastSeenAt),
        },
      ],
    }
  })
}
