import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import type { Ticket } from '#core/documents'
import { mailUrl } from '#core/messaging'
import { currentOrganisation, FORMAT_LOCALES, formats } from '#core/organisation'
import { reservationCode } from '#core/scheduling'
import type { Appointment } from '#plugins/booking/models/appointment'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import type { Managed } from '#plugins/booking/presenters/manage_visit'
import { offerBooked } from '#plugins/booking/queries/offers'

type Reader = Pick<HttpContext, 'i18n' | 'locale' | 'formats' | 'organisation'>

/** The ticket of the page as a document: no name of a person, and the code as long as it counts. */
export function presentTicketFile(
  reader: Reader,
  { appointment, offer, url }: Pick<Managed, 'appointment' | 'offer' | 'url'>
) {
  const { i18n, locale, organisation } = reader
  const { reservation } = appointment
  const shown = presentTicket(reader, offer, reservation)
  const code = {
    text: reservationCode(url, reservation),
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

type Issued = {
  appointment: Appointment
  /** Secret of the link behind the code. */
  token: string
}

/** The same for the desk, in the language in which the customer reads their mails. */
export async function presentIssuedTicket({ appointment, token }: Issued) {
  const { locale, reservation } = appointment
  const reader: Reader = {
    locale,
    i18n: i18nManager.locale(locale),
    formats: (zone) => formats(locale, zone),
    organisation: await currentOrganisation(),
  }
  const url = mailUrl('booking.manage.show', { token })
  return presentTicketFile(reader, { appointment, offer: await offerBooked(reservation), url })
}
