import type { Panel, Viewer } from '#core/admin'
import { presentAnswers } from '#core/forms'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { wayTo } from '#plugins/helpdesk/domain/intake'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

/** Relations of a ticket that the panel shows. */
export const MATTER = [
  ...['intakeVersion', 'formVersion'],
  ...['followUpOf', 'followUps', 'duplicateOf', 'duplicates'],
]

/** By which questions the customer came, what they answered, and which tickets belong to it. */
export const matterPanel: Panel<Ticket> = {
  id: 'matter',
  view: 'helpdesk::admin/matter',
  data: async (ticket, viewer) => ({
    items: [wayOf(ticket, viewer), ...answersOf(ticket, viewer), ...othersOf(ticket, viewer)],
  }),
}

/** As the menu was then: it may ask otherwise now. */
function wayOf({ intakeVersion, need }: Ticket, { t, locale }: Viewer) {
  const way = wayTo(intakeVersion.tree, need) ?? []
  const text = way.map(({ label }) => translated(label, locale)).join(' › ') || '–'
  return { label: t('helpdesk.desk.way'), text }
}

function answersOf({ formVersion, formVersionId, answers }: Ticket, { locale }: Viewer) {
  if (formVersionId === null || answers === null) return []
  return presentAnswers(formVersion.fields, answers, locale).map(({ label, value, file }) => ({
    label,
    text: value,
    href: file === undefined ? undefined : urlFor('files.show', { id: file }),
  }))
}

function othersOf(ticket: Ticket, { t }: Viewer) {
  const { followUpOf, followUps, duplicateOf, duplicates } = ticket
  const named = (relation: string, others: readonly (Ticket | null)[]) =>
    others.flatMap((other) => (other ? [{ relation, other }] : []))
  return [
    ...named('follow_up_of', [followUpOf]),
    ...named('duplicate_of', [duplicateOf]),
    ...named('follow_up', followUps),
    ...named('duplicate', duplicates),
  ].map(({ relation, other: { id, number, subject } }) => ({
    label: t(`helpdesk.desk.relations.${relation}`),
    text: `${number} · ${subject}`,
    href: urlFor('helpdesk.tickets.show', { id }),
  }))
}
