import { createCustomer, type Customer } from '#core/customers'
import { clock, randomId, SYSTEM, transaction, type Actor } from '#core/platform'
import { OpenTicket, type Opening } from '#plugins/helpdesk/actions/open_ticket'
import type { IntakeTree, Need } from '#plugins/helpdesk/domain/intake'
import { PRIORITIES } from '#plugins/helpdesk/domain/priority'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { Entry } from '#plugins/helpdesk/models/entry'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { someStaff } from '#tests/accounts/people'

/** Tuesday, 9:00 in Rome; the office of these tests has just opened. */
export const NOW = '2027-01-12T08:00:00Z'

const DAY = [
  { opens: '09:00', closes: '13:00' },
  { opens: '15:00', closes: '18:00' },
]

export type Helpdesk = {
  calendar: Calendar
  level: ServiceLevel
  team: Team
  version: IntakeVersion
  /** Key of the one need of the guided menu, and what it decides. */
  key: string
  need: Need
}

/** A team with an office week, a first answer in 4 hours and a solution in 14, and one need. */
export async function aHelpdesk(own: Partial<Need> = {}): Promise<Helpdesk> {
  const calendar = await Calendar.create({
    ...{ name: 'Office', zone: 'Europe/Rome' },
    hours: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
  })
  const level = await ServiceLevel.create({ name: 'Usual', calendarId: calendar.id })
  await level.related('targets').createMany(
    PRIORITIES.map((priority) => ({
      ...{ priority, firstAnswerMinutes: 240, solutionMinutes: 840 },
    }))
  )
  const team = await Team.create({ name: 'First line' })
  const need: Need = {
    ...{ kind: 'incident', impact: 'one', teamId: team.id, serviceLevelId: level.id, formId: null },
    ...own,
  }
  const number = 1 + Number((await IntakeVersion.query().count('* as n'))[0].$extras.n)
  const key = `need-${number}`
  const version = await IntakeVersion.create({
    ...{ number, tree: treeOf(key, need), publishedById: null, createdAt: clock.now() },
  })
  return { calendar, level, team, version, key, need }
}

const label = (en: string) => ({ en, es: `${en} (es)` })

function treeOf(key: string, need: Need): IntakeTree {
  const leaf = { key, label: label('It does not print'), hint: null, question: null }
  return {
    children: [
      {
        ...{ key: randomId(), label: label('Printer'), hint: null },
        ...{ question: label('What does it do?'), need: null },
        children: [{ ...leaf, children: [], need }],
      },
    ],
  }
}

let people = 0

export function aCustomer(own: { userId?: number | null; email?: string } = {}): Promise<Customer> {
  const email = `customer${++people}@example.org`
  return transaction((trx) =>
    createCustomer(trx, {
      ...{ firstName: 'Bea', lastName: `Nowhere${people}`, email, phone: null, userId: null },
      ...{ locale: 'en', actor: SYSTEM, ...own },
    })
  )
}

/** What a customer does; who they are has been checked before. */
export const asCustomer = (id = 0): Actor => ({ kind: 'customer', id })

/** A member of staff, as the doer of something. */
export async function asStaff(): Promise<Actor> {
  return { kind: 'staff', id: (await someStaff({ role: 'desk' })).id }
}

/** A ticket as its customer has opened it. */
export async function aTicket(desk: Helpdesk, own: Partial<Opening> = {}): Promise<Ticket> {
  const { version, key, need } = desk
  const requester = own.requester ?? { customerId: (await aCustomer()).id }
  const opened = await new OpenTicket().handle({
    ...{ formKey: randomId(), by: asCustomer(), locale: 'en', requester },
    ...{ intakeVersionId: version.id, key, need, urgency: 'medium' },
    ...{
      description: 'The printer prints nothing.',
      formVersionId: null,
      answers: null,
      files: [],
    },
    ...own,
  })
  if (!opened.ok) throw new Error(opened.reason)
  return Ticket.findOrFail(opened.id)
}

export const ticketNow = (id: number): Promise<Ticket> => Ticket.findOrFail(id)

/** What happened, in order: `opened new`. */
export async function deedsOf(ticketId: number): Promise<string[]> {
  const entries = await Entry.query().where({ ticketId }).orderBy('id')
  return entries.map(({ deed, toState }) => `${deed} ${toState}`)
}
