import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { qrCode } from '#core/documents'
import { mailUrl } from '#core/messaging'
import { formats, translated } from '#core/organisation'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { waitInWords } from '#plugins/queue-caller/presenters/waits'
import type { TicketPlace } from '#plugins/queue-caller/queries/ticket_place'

const BADGES = {
  waiting: 'waiting',
  called: 'called',
  absent: 'problem',
  serving: 'called',
  parked: 'waiting',
  served: 'done',
  no_show: 'ended',
  left: 'ended',
  closed: 'ended',
} as const satisfies Record<Ticket['state'], string>

type Reader = Pick<HttpContext, 'i18n' | 'locale' | 'formats'>

/** Whoever waits with a ticket reads it in their own language, whoever prints it. */
export const readerOf = ({ locale }: Ticket, otherwise: Reader): Reader =>
  locale === null
    ? otherwise
    : { locale, i18n: i18nManager.locale(locale), formats: (zone) => formats(locale, zone) }

/** The ticket as the ticket component shows it: number, line, people ahead, wait, time, place. */
export function presentTicket(reader: Reader, place: TicketPlace) {
  const { ticket, line, location } = place
  const { i18n, locale } = reader
  const written = reader.formats(location.zone)
  const row = (label: string, text: string | null) =>
    text === null ? [] : [{ label: i18n.t(`queue-caller.ticket.${label}`), text }]
  return {
    number: ticket.code,
    title: translated(line.name, locale),
    lines: [
      ...row('ahead', aheadInWords(reader, place)),
      ...row('wait', place.wait && waitInWords(reader, place.wait)),
      ...(ticket.startsAt === null
        ? row('issued', written.dateTime(ticket.issuedAt))
        : row('appointment', written.dateTime(ticket.startsAt))),
      ...row('place', location.name),
    ],
    badge: {
      state: BADGES[ticket.state],
      label: i18n.t(`queue-caller.ticket.states.${ticket.state}`),
    },
  }
}

const aheadInWords = ({ i18n }: Reader, { ahead }: TicketPlace): string | null =>
  ahead === null ? null : i18n.t('queue-caller.ticket.people', { count: ahead })

/** The way from paper, or a screen, to the phone. */
export const presentPhoneCode = ({ i18n }: Reader, { publicId: token }: Ticket) => ({
  ...qrCode(mailUrl('queue-caller.phone_tickets.show', { token })),
  label: i18n.t('queue-caller.ticket.qr'),
})
