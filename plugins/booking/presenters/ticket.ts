import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import type { Reservation } from '#core/scheduling'
import type { Offer } from '#plugins/booking/queries/offers'

/** How each state, and what became of an appointment, is marked. */
export const STATES = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'called',
  released: 'ended',
  expired: 'ended',
  arrived: 'called',
  served: 'done',
  no_show: 'ended',
} as const

/** The appointment as the ticket component shows it: number, what, where, when, state. */
export function presentTicket(
  { locale, i18n, formats }: Pick<HttpContext, 'locale' | 'i18n' | 'formats'>,
  { service, location }: Offer,
  reservation: Reservation
) {
  const written = formats(location.zone)
  const { startsAt, endsAt, state } = reservation
  return {
    // No number before it is confirmed: the time stands in its place.
    number: reservation.number ?? written.time(startsAt),
    numberLabel: reservation.number ? null : i18n.t('booking.fields.time'),
    title: translated(service.name, locale),
    lines: [
      { label: i18n.t('booking.fields.date'), text: written.date(startsAt) },
      { label: i18n.t('booking.fields.time'), text: written.timeRange(startsAt, endsAt) },
      { label: i18n.t('booking.fields.place'), text: location.name },
      ...(location.address
        ? [{ label: i18n.t('booking.fields.address'), text: location.address }]
        : []),
    ],
    badge: { state: STATES[state], label: i18n.t(`booking.states.${state}`) },
    note: translated(service.preparation, locale) || null,
  }
}
