import {
  resource,
  resourceNamed,
  stateCell,
  withinLocations,
  type BadgeState,
  type Query,
  type Viewer,
} from '#core/admin'
import { Customer, whereMatches } from '#core/customers'
import { translated } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import { outcomeActions } from '#core/scheduling'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
import { staffMayChange } from '#plugins/booking/domain/change_deadline'
import { historyOf } from '#plugins/booking/admin/history'
import { BookedTime } from '#plugins/booking/models/booked_time'
import { appointmentOfReservation } from '#plugins/booking/queries/appointment_of_reservation'
import { presentedAnswers } from '#plugins/booking/queries/presented_answers'

const BADGES: Record<string, BadgeState> = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'info',
  arrived: 'called',
  served: 'done',
  no_show: 'problem',
  released: 'ended',
  expired: 'ended',
}

/** No reservation lasts longer (docs/domain/reservations.md): its start leads to it by the index. */
const LONGEST = 2 * 86_400_000

const within = withinLocations()
const canChange = (time: BookedTime) => staffMayChange(time, clock.now())

/** B11, B12: what is booked, for the people at the desk. */
export const appointments = resource({
  id: 'booking.appointments',
  model: BookedTime,
  object: 'booking.appointment',
  permission: { view: 'booking.view', manage: null },
  key: 'a',
  icon: 'calendar-check',
  palette: {
    preload: ['customer', 'location'],
    note: ({ startsAt, location }, viewer) => viewer.formats(location.zone).dateTime(startsAt),
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
    matches: orCustomer,
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
      { name: 'customer', value: customerOf },
      { name: 'email', value: ({ customer }) => customer.email ?? '–' },
      { name: 'phone', value: ({ customer }) => customer.phone ?? '–' },
      { name: 'releaseReason' },
    ],
    panels: [
      {
        id: 'answers',
        view: 'booking::admin/answers',
        data: async ({ id }, { locale }) => {
          const answers = await presentedAnswers(id, locale)
          const items = answers.map(({ file, ...answer }) => ({
            ...answer,
            href: file === undefined ? null : urlFor('files.show', { id: file }),
          }))
          return items.length > 0 ? { items } : null
        },
      },
    ],
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
  actions: [
    ...outcomeActions,
    {
      id: 'cancel',
      permission: 'booking.manage',
      on: ['row', 'bulk', 'command'],
      icon: 'calendar-x',
      danger: true,
      form: [{ name: 'reason', kind: 'long_text', max: 500, rows: 3, hint: true }],
      when: (time) => canChange(time) || time.state === 'pending',
      whyNot: ({ state }) =>
        `booking.admin.not_cancelled.${state === 'confirmed' ? 'over' : 'ended'}`,
      run: async ({ record, values, viewer }) => {
        const appointment = await appointmentOfReservation(record.id)
        const reason = typeof values.reason === 'string' && values.reason ? values.reason : null
        const done = await new CancelAppointment().handle(appointment, { by: viewer.actor, reason })
        if (!done.ok) return { ok: false, reason: 'booking.admin.notices.cancelled_before' }
        const said = record.customer.email ? 'cancelled' : 'cancelled_without_mail'
        return { ok: true, notice: `booking.admin.notices.${said}` }
      },
    },
  ],
})

function customerOf({ customer }: BookedTime, { can }: Viewer) {
  const href = urlFor('customers.customers.show', { id: customer.id })
  return can('customers.view') ? { text: customer.name, href } : customer.name
}

function endOf({ endsAt, location }: BookedTime, { formats }: Viewer) {
  return formats(location.zone).time(endsAt)
}

function stateOf({ state, outcome }: BookedTime, { t }: Viewer) {
  const shown = outcome ?? state
  return stateCell(BADGES[shown], t(`booking.states.${shown}`))
}

/** Name, address or phone of the customer, however they are accented. */
function orCustomer(any: Query<BookedTime>, word: string) {
  void any.orWhereExists(
    whereMatches(Customer.query(), word).whereColumn(
      'customers_customers.id',
      'scheduling_reservations.customer_id'
    )
  )
}
