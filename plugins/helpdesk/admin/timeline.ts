import { eventsAbout } from '#core/audit'
import { readRecords, urlFor } from '#core/platform'
import { DEEDS, type Deed } from '#plugins/helpdesk/domain/deeds'
import { Ticket } from '#plugins/helpdesk/models/ticket'

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
export const ticketEvents = eventsAbout({
  id: 'helpdesk.events',
  permission: 'helpdesk.view',
  objects: ['helpdesk.ticket'],
  amongOthers: true,
  find: (ids) => readRecords(Ticket.query().whereIn('id', ids)),
  tell({ action }, { id, number, subject }, { t }) {
    const deed = DEEDS.find((one) => action === `helpdesk.${one}`)
    if (!deed) return null
    const text = `${number} · ${t(`helpdesk.audit.${deed}`)}`
    return { icon: ICONS[deed], text, note: subject, href: urlFor('helpdesk.tickets.show', { id }) }
  },
})
