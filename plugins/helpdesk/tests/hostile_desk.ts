import { saveFormVersion, type FormField } from '#core/forms'
import { clock, randomId, SYSTEM, transaction } from '#core/platform'
import { URGENCIES } from '#plugins/helpdesk/domain/priority'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { Template } from '#plugins/helpdesk/models/template'
import { aHelpdesk, aTicket, type Helpdesk } from '#plugins/helpdesk/tests/helpdesk'
import { staffSay } from '#plugins/helpdesk/tests/portal'
import { everyLanguage } from '#tests/journeys/hostile'

/** A menu and a form in which the operator wrote the poison wherever they may. */
export async function hostileDesk(poison: string): Promise<Helpdesk> {
  const text = everyLanguage(poison)
  const fields: FormField[] = [
    { key: 'device', kind: 'text', label: text, hint: text, required: false, maxLength: 500 },
  ]
  const input = { definitionId: null, name: poison, fields, actor: SYSTEM }
  const saved = await transaction((trx) => saveFormVersion(trx, input))
  if (!saved.ok) throw new Error(saved.reason)
  const desk = await aHelpdesk({ formId: saved.definition.id })
  await poisonSetUp(desk, poison)
  const words = { label: text, hint: text, question: text }
  const leaf = { ...words, key: desk.key, children: [], need: desk.need }
  const tree = { children: [{ ...words, key: randomId(), children: [leaf], need: null }] }
  const version = await IntakeVersion.create({
    ...{ number: 99, tree, publishedById: null, createdAt: clock.now() },
  })
  return { ...desk, version }
}

/** The names that staff give: of calendars and their days, levels, teams, templates, questions. */
async function poisonSetUp({ calendar, level, team }: Helpdesk, poison: string): Promise<void> {
  const text = everyLanguage(poison)
  for (const named of [calendar, level, team]) await named.merge({ name: poison }).save()
  await calendar.related('days').create({ day: '2027-01-20', name: poison, hours: [] })
  await Template.create({ name: poison, text })
  const words = { label: text, hint: text, question: text, position: 10 }
  const { id: parentId } = await IntakeNode.create({ ...words, parentId: null })
  await IntakeNode.create({
    ...{ ...words, parentId, isNeed: true, kind: 'incident', impact: 'one' },
    ...{ teamId: team.id, serviceLevelId: level.id },
  })
}

/** Such a desk with tickets of every urgency, in which customers and staff wrote the same. */
export async function hostileTickets(poison: string): Promise<void> {
  const desk = await hostileDesk(poison)
  for (const urgency of URGENCIES) {
    const ticket = await aTicket(desk, { urgency, description: poison })
    for (const word of ['answer', 'note', 'propose'] as const) await staffSay(ticket, word, poison)
  }
}
