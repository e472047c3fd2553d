import { User } from '#core/accounts'
import type { Actor, Trx } from '#core/platform'
import { instantsOf, localDateOf } from '#core/scheduling'
import { addMenu } from '#plugins/helpdesk/database/demo/add_menu'
import type { DemoTeam } from '#plugins/helpdesk/database/demo/menu'
import {
  daysThatDiffer,
  PROMISES,
  TEAMS,
  TEMPLATES,
  WEEK,
} from '#plugins/helpdesk/database/demo/office'
import type { Need } from '#plugins/helpdesk/domain/intake'
import { PRIORITIES } from '#plugins/helpdesk/domain/priority'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { businessCalendar } from '#plugins/helpdesk/models/calendar_days'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'
import { Template } from '#plugins/helpdesk/models/template'

/** Business days before today that the demo's tickets reach back. */
const DAYS = 14
/** The team was away for an afternoon so many business days ago. */
const TRAINING = 6

export type DemoOffice = {
  versionId: number
  needs: ReadonlyMap<string, Need>
  /** Who answers for a team. */
  agents: ReadonlyMap<number, Actor>
  /** An instant so many business days ago; 0 is now. */
  at: (ago: number, time: string) => number
}

type Present = { zone: string; now: number }

export async function setUp(trx: Trx, { zone, now }: Present): Promise<DemoOffice> {
  const { calendar, days } = await addCalendar(trx, { zone, now })
  const level = await ServiceLevel.create(
    { name: 'Habitual', calendarId: calendar.id },
    { client: trx }
  )
  await level.related('targets').createMany(
    PRIORITIES.map((priority) => {
      const [firstAnswerMinutes, solutionMinutes] = PROMISES[priority]
      return { priority, firstAnswerMinutes, solutionMinutes }
    }),
    { client: trx }
  )
  const { teams, agents } = await addTeams(trx)
  await addTemplates(trx, teams)
  const { versionId, needs } = await addMenu(trx, { teams, serviceLevelId: level.id })
  const at = (ago: number, time: string) =>
    ago === 0 ? now : instantsOf(zone, days[ago - 1], time)[0]
  return { versionId, needs, agents, at }
}

async function addCalendar(trx: Trx, { zone, now }: Present) {
  const year = Number(localDateOf(zone, now).slice(0, 4))
  const [training] = openDays(zone, { now, hours: WEEK, count: TRAINING }).slice(-1)
  const calendar = await Calendar.create({ name: 'Oficina', zone, hours: WEEK }, { client: trx })
  const differing = daysThatDiffer(year, training)
  await calendar.related('days').createMany(differing, { client: trx })
  return { calendar, days: openDays(zone, { now, hours: WEEK, count: DAYS, differing }) }
}

type Wanted = {
  now: number
  hours: typeof WEEK
  count: number
  differing?: ReturnType<typeof daysThatDiffer>
}

/** The business days before today, the last one first. */
function openDays(zone: string, { now, hours, count, differing = [] }: Wanted): string[] {
  const found: string[] = []
  const today = localDateOf(zone, now)
  for (const { day, open } of businessCalendar({ zone, hours, days: differing }).backFrom(now)) {
    if (found.length === count) break
    if (day !== today && open.length > 0) found.push(day)
  }
  return found
}

async function addTeams(trx: Trx) {
  const staff = await User.query({ client: trx }).where({ kind: 'staff', isDemo: true })
  const idOf = (role: string) => staff.find((user) => user.role === role)?.id ?? null
  const teams = new Map<DemoTeam, Team>()
  const agents = new Map<number, Actor>()
  for (const [key, { name, leads, works }] of Object.entries(TEAMS)) {
    const team = await Team.create({ name, position: teams.size }, { client: trx })
    const members = [
      { userId: idOf(leads), leads: true },
      { userId: idOf(works), leads: false },
    ]
    const there = members.flatMap(({ userId, ...own }) => (userId ? [{ userId, ...own }] : []))
    await team.related('members').createMany(there, { client: trx })
    teams.set(key as DemoTeam, team)
    agents.set(team.id, { kind: 'staff', id: idOf(works) })
  }
  return { teams, agents }
}

async function addTemplates(trx: Trx, teams: ReadonlyMap<DemoTeam, Team>): Promise<void> {
  for (const [position, { name, text, team }] of TEMPLATES.entries()) {
    const teamId = team === null ? null : teams.get(team)!.id
    await Template.create({ name, text, teamId, position }, { client: trx })
  }
}
