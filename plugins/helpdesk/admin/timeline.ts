import type { TimelineSource, Viewer } from '#core/admin'
import { auditTrailAbout, type AuditEntry } from '#core/audit'
import { readRecords, urlFor } from '#core/platform'
import { DEEDS, type Deed } from '#plugins/helpdesk/domain/deeds'
import { Ticket } from '#plugins/helpdesk/models/ticket'

const OBJECT = 'helpdesk.ticket'

const ICONS: Record<Deed, string> = {
  opened: 'ticket',
  taken: 'hand-helping',
  answered: 'message-square',
  asked: 'circle-help',
  proposed: 'circle-check',
  noted: 'lock',
  added: 'plus',
  accepted: 'check',
  rejected: 'x',
  lapsed: 'hourglass',
  taken_back: 'undo-2',
  reopened: 'rotate-ccw',
  cancelled: 'ban',
  rated: 'star',
  changed: 'sliders-horizontal',
}

/** On the card of a customer each deed names its ticket; on the page of one the core tells them. */
export const ticketEvents: TimelineSource = {
  id: 'helpdesk.events',
  permission: 'helpdesk.view',
  async entries(subjects, viewer, limit) {
    const own = subjects.filter(({ object }) => object === OBJECT)
    if (own.length === 0 || subjects.length === own.length) return []
    const ids = own.map(({ id }) => id)
    const found = await readRecords(Ticket.query().whereIn('id', ids))
    const tickets = new Map(found.map((ticket) => [ticket.id, ticket]))
    return (await auditTrailAbout(own, limit)).flatMap((entry) => {
      const ticket = tickets.get(Number(entry.objectId))
      const deed = DEEDS.find((one) => entry.action === `helpdesk.${one}`)
      return ticket && deed ? [told(entry, deed, { ticket, viewer })] : []
    })
  },
}

type Told = { ticket: Ticket; viewer: Viewer }

const told = (entry: AuditEntry, deed: Deed, { ticket, viewer }: Told) => ({
  ...{ at: entry.at, icon: ICONS[deed], trail: entry.id },
  by: { kind: entry.actorKind, id: entry.actorId },
  text: `${ticket.number} · ${viewer.t(`helpdesk.audit.${deed}`)}`,
  note: ticket.subject,
  href: urlFor('helpdesk.tickets.show', { id: ticket.id }),
})
