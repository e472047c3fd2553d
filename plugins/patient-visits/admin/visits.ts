import {
  customerCell,
  resource,
  resourceNamed,
  withinLocations,
  type AnyResource,
} from '#core/admin'
import { byCustomer } from '#core/customers'
import { urlFor } from '#core/platform'
import { answers, canChange } from '#plugins/patient-visits/admin/answers'
import { documentsPanel } from '#plugins/patient-visits/admin/documents_panel'
import { historyOf } from '#plugins/patient-visits/admin/history'
import { reasonPanel } from '#plugins/patient-visits/admin/reason_panel'
import { steps } from '#plugins/patient-visits/admin/steps'
import {
  cancelledOf,
  clinicsOf,
  doctorsOf,
  endOf,
  roomsOf,
  typeOf,
} from '#plugins/patient-visits/admin/visit_cells'
import { visitFilters } from '#plugins/patient-visits/admin/visit_filters'
import { keepRequests, visitTabs } from '#plugins/patient-visits/admin/visit_tabs'
import { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { stateOf } from '#plugins/patient-visits/presenters/staff_state'

/** Two letters, then digits: "AA042". */
const NUMBER_PART = /^[a-z]{0,2}\d*$/i

const within = withinLocations()
const where = { name: 'locationId', to: () => resourceNamed('organisation.locations') }

/** V1–V4 for the unit: who comes when, to whom, and how it stands. */
export const visits: AnyResource = resource({
  id: 'patient-visits.visits',
  model: BookedVisit,
  object: 'patient-visits.visit',
  // What is said of its place and time, e.g. that somebody arrived.
  alsoKnownAs: ['scheduling.reservation'],
  permission: { view: 'patient-visits.view', manage: null },
  personal: true,
  sensitive: true,
  key: 'v',
  icon: 'stethoscope',
  count: { words: 'patient-visits.admin.requests', keep: keepRequests },
  palette: {
    preload: ['customer', 'location', 'visit'],
    note: ({ startsAt, location }, viewer) => viewer.formats(location.zone).dateTime(startsAt),
    names: ({ number, customer }) => [number, customer.name],
    // Numbers begin anew every day.
    near: 'startsAt',
  },
  preload: ['service', 'location', 'customer', 'visit', 'type'],
  zone: ({ location }) => location?.zone,
  label: ({ number, customer }) => [number, customer?.name].filter(Boolean).join(' · '),
  scope: (query, viewer) => {
    within(query, viewer)
    void query.where('owner', 'patient-visits').whereNotNull('customerId')
  },
  list: {
    columns: [
      { name: 'startsAt', sort: true, strong: true },
      { name: 'number', sort: true },
      { name: 'customer', value: ({ customer }) => customer.name },
      { name: 'type', value: typeOf },
      { name: 'clinic', texts: clinicsOf },
      { name: 'doctors', texts: doctorsOf },
      // The panel is narrowed to a unit at its top.
      { ...where, hidden: true },
      { name: 'state', value: stateOf, sort: true },
    ],
    search: ['number'],
    shapes: { number: NUMBER_PART },
    matches: (word) => byCustomer(word, 'scheduling_reservations.customer_id'),
    filters: visitFilters,
    defaultSort: 'startsAt',
    tabs: visitTabs,
  },
  show: {
    subjects: ({ id }) => historyOf(id),
    columns: [
      { name: 'number' },
      { name: 'state', value: stateOf },
      { name: 'startsAt' },
      { name: 'endsAt', value: endOf },
      { name: 'type', value: typeOf },
      { name: 'clinic', texts: clinicsOf },
      { name: 'doctors', texts: doctorsOf },
      { name: 'rooms', texts: roomsOf },
      { name: 'location', value: ({ location }) => location.name },
      { name: 'customer', value: customerCell },
      { name: 'email', value: ({ customer }) => customer.email ?? '–' },
      { name: 'phone', value: ({ customer }) => customer.phone ?? '–' },
      { name: 'changes', value: ({ visit }) => String(visit.changes) },
      { name: 'releasedAt', value: cancelledOf },
    ],
    panels: [reasonPanel, documentsPanel],
    links: [
      {
        id: 'move',
        icon: 'calendar-clock',
        href: (visit, { can }) =>
          canChange(visit) && can('patient-visits.manage')
            ? urlFor('patient-visits.desk_moves.create', { id: visit.id })
            : null,
      },
      {
        id: 'documents',
        icon: 'paperclip',
        href: ({ id }, { can }) =>
          can('patient-visits.manage') ? urlFor('patient-visits.documents.edit', { id }) : null,
      },
    ],
  },
  actions: [...answers, ...steps],
})
