import { customerCell, resource, resourceNamed, withinLocations } from '#core/admin'
import { byCustomer } from '#core/customers'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { outcomeActions } from '#core/scheduling'
import { answers } from '#plugins/booking/admin/answers_panel'
import { endOf, stateOf } from '#plugins/booking/admin/appointment_cells'
import { cancel, canChange } from '#plugins/booking/admin/cancel'
import { historyOf } from '#plugins/booking/admin/history'
import { ticket } from '#plugins/booking/admin/ticket'
import { BookedTime } from '#plugins/booking/models/booked_time'

/** No reservation lasts longer (docs/domain/reservations.md): its start leads to it by the index. */
const LONGEST = 2 * 86_400_000

/** Two letters, then digits: "AA042". */
const NUMBER_PART = /^[a-z]{0,2}\d*$/i

const within = withinLocations()

/** B11, B12: what is booked, for the people at the desk. */
export const appointments = resource({
  id: 'booking.appointments',
  model: BookedTime,
  object: 'booking.appointment',
  // What is said of its place and time, e.g. that somebody arrived.
  alsoKnownAs: ['scheduling.reservation'],
  permission: { view: 'booking.view', manage: null },
  personal: true,
  key: 'a',
  icon: 'calendar-check',
  palette: {
    preload: ['customer', 'location'],
    note: ({ startsAt, location }, viewer) => viewer.formats(location.zone).dateTime(startsAt),
    names: ({ number, customer }) => [number, customer.name],
    // Numbers begin anew every day.
    near: 'startsAt',
  },
  preload: ['service', 'location', 'customer'],
  zone: ({ location }) => location?.zone,
  label: ({ number, customer }) => [number, customer?.name].filter(Boolean).join(' · '),
  scope: (query, viewer) => {
    within(query, viewer)
    void query.where('owner', 'booking').whereNotNull('customerId')
  },
  list: {
    columns: [
      { name: 'startsAt', sort: true, strong: true },
      { name: 'number', sort: true },
      { name: 'customer', value: ({ customer }) => customer.name },
      { name: 'service', value: ({ service }, { locale }) => translated(service.name, locale) },
      { name: 'location', value: ({ location }) => location.name },
      { name: 'state', value: stateOf, sort: true },
    ],
    search: ['number'],
    shapes: { number: NUMBER_PART },
    matches: (word) => byCustomer(word, 'scheduling_reservations.customer_id'),
    filters: [
      { name: 'startsAt', kind: 'dates' },
      { name: 'state', kind: 'choice', choices: ['confirmed', 'pending', 'released', 'expired'] },
      { name: 'serviceId', kind: 'relation', to: () => resourceNamed('scheduling.services') },
      { name: 'locationId', kind: 'relation', to: () => resourceNamed('organisation.locations') },
    ],
    defaultSort: 'startsAt',
    tabs: [
      {
        name: 'upcoming',
        keep: (query, { now }) =>
          void query.where('endsAt', '>', now).where('startsAt', '>', now - LONGEST),
      },
      {
        name: 'past',
        keep: (query, { now }) => void query.where('endsAt', '<=', now).where('startsAt', '<', now),
        sort: '-startsAt',
      },
      { name: 'all', keep: () => {}, sort: '-startsAt' },
    ],
  },
  show: {
    subjects: ({ id }) => historyOf(id),
    columns: [
      { name: 'number' },
      { name: 'state', value: stateOf },
      { name: 'startsAt' },
      { name: 'endsAt', value: endOf },
      { name: 'service', value: ({ service }, { locale }) => translated(service.name, locale) },
      { name: 'location', value: ({ location }) => location.name },
      { name: 'customer', value: customerCell },
      { name: 'email', value: ({ customer }) => customer.email ?? '–' },
      { name: 'phone', value: ({ customer }) => customer.phone ?? '–' },
      { name: 'releaseReason' },
    ],
    panels: [answers],
    links: [
      {
        id: 'move',
        icon: 'calendar-clock',
        href: (time, { can }) =>
          canChange(time) && can('booking.manage')
            ? urlFor('booking.desk_moves.create', { id: time.id })
            : null,
      },
    ],
  },
  actions: [...outcomeActions, ticket, cancel],
})
