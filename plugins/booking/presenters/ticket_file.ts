import type { HttpContext } from '@adonisjs/core/http'
import type { Ticket } from '#core/documents'
import { FORMAT_LOCALES } from '#core/organisation'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import type { Managed } from '#plugins/booking/presenters/manage_visit'

/** The ticket of the page as a document: no name of a person, and the code as long as it counts. */
export function presentTicketFile(
  ctx: HttpContext,
  { appointment, offer, url }: Pick<Managed, 'appointment' | 'offer' | 'url'>
) {
  const { i18n, locale, organisation } = ctx
  const { reservation } = appointment
  const shown = presentTicket(ctx, offer, reservation)
  const code = {
    text: url,
    words: i18n.t('booking.manage.qr'),
  }
  const ticket: Ticket = {
    ...shown,
    numberLabel: shown.numberLabel ?? i18n.t('ui.ticket.number'),
    state: shown.badge.label,
    code: reservation.state === 'confirmed' ? code : null,
  }
  const about = { number: reservation.number ?? '', service: shown.title }
  return {
    ticket,
    made: {
      title: i18n.t('booking.mails.ticket.subject', about),
      language: FORMAT_LOCALES[locale],
      organisation: organisation.name,
      at: Number(appointment.updatedAt),
    },
    name: reservation.number ?? 'ticket',
  }
}
