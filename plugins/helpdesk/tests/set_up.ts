import type { HttpClient } from '#tests/kit/http'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'

const OPEN = [{ opens: '09:00', closes: '17:00' }]

let serial = 0

export const aCalendar = (own: Partial<Calendar> = {}): Promise<Calendar> =>
  Calendar.create({ name: `Office ${++serial}`, zone: 'Europe/Rome', hours: { 1: OPEN }, ...own })

export async function aLevel(own: Partial<ServiceLevel> = {}): Promise<ServiceLevel> {
  const calendarId = own.calendarId ?? (await aCalendar()).id
  return ServiceLevel.create({ name: `Usual ${++serial}`, calendarId, ...own })
}

export const aTeam = (own: Partial<Team> = {}): Promise<Team> =>
  Team.create({ name: `Team ${++serial}`, ...own })

/** In the language of the organisation of these tests as well. */
export const inWords = (en: string) => ({ en, es: `${en} (es)` })

const branch = (en: string, own: Partial<IntakeNode> = {}) =>
  IntakeNode.create({ label: inWords(en), parentId: null, hint: null, question: null, ...own })

export type Drafted = { top: IntakeNode; leaf: IntakeNode; team: Team; level: ServiceLevel }

/** A menu with one question and one end, being edited. */
export async function aDraft(): Promise<Drafted> {
  const [team, level] = [await aTeam({ name: 'First line' }), await aLevel({ name: 'Usual' })]
  const top = await branch('Printer', { position: 10, question: { en: 'What does it do?' } })
  const leaf = await branch('It does not print', {
    ...{ parentId: top.id, position: 20, isNeed: true, kind: 'incident', impact: 'one' },
    ...{ teamId: team.id, serviceLevelId: level.id },
  })
  return { top, leaf, team, level }
}

/** Runs an action that asks first, and reads the page that follows. */
export async function agree(desk: HttpClient, path: string, fields: Record<string, string> = {}) {
  const asked = await desk.get(path)
  return desk.follow(await desk.submit(asked.form(path), fields))
}
