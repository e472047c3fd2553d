import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import type { VisitState } from '#plugins/patient-visits/domain/visit_states'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'

type Reader = Pick<HttpContext, 'locale' | 'i18n' | 'formats'>

/** How each state is marked, besides its word. */
const BADGES = {
  requested: 'waiting',
  confirmed: 'called',
  arrived: 'called',
  in_room: 'called',
  done: 'done',
  missed: 'problem',
  cancelled: 'ended',
  cancelled_by_unit: 'problem',
  refused: 'ended',
  lapsed: 'ended',
} as const satisfies Record<VisitState, string>

export const badgeOf = ({ i18n }: Pick<Reader, 'i18n'>, state: VisitState) => ({
  state: BADGES[state],
  label: i18n.t(`patient-visits.states.${state}`),
})

/** V2: a visit as the ticket component shows it: number, what, with whom, when, where. */
export function presentVisit(reader: Reader, { visit, offer, doctors, rooms }: ToldVisit) {
  const { locale, i18n, formats } = reader
  const { service, clinic, location } = offer
  const { startsAt, endsAt, number } = visit.reservation
  const written = formats(location.zone)
  const line = (field: string, text: string | null) =>
    text ? [{ label: i18n.t(`patient-visits.fields.${field}`), text }] : []
  return {
    // No number before it is confirmed: the time stands in its place.
    number: number ?? written.time(startsAt),
    numberLabel: number ? null : i18n.t('patient-visits.fields.time'),
    title: translated(service.name, locale),
    lines: [
      ...line('date', written.date(startsAt)),
      ...line('time', written.timeRange(startsAt, endsAt)),
      ...line('doctor', doctors.join(', ')),
      ...line('clinic', translated(clinic.name, locale)),
      ...line('unit', location.name),
      ...line('address', location.address),
      ...line('room', visit.state === 'cancelled' ? null : rooms.join(', ')),
    ],
    badge: badgeOf(reader, visit.state),
  }
}

/** A page that leads there on a map; opened by the patient alone, and told nothing of the visit. */
export const mapHref = (address: string | null): string | null =>
  address && `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`
