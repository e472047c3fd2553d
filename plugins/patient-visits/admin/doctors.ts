import { resource, resourceNamed, withinLocations, type AnyResource } from '#core/admin'
import { urlFor } from '#core/platform'
import { Resource } from '#core/scheduling'

const within = withinLocations()
const where = { name: 'locationId', to: () => resourceNamed('organisation.locations') }

/** The persons of the core, as the unit speaks of them; they are set up where rooms are. */
export const doctors: AnyResource = resource({
  id: 'patient-visits.doctors',
  model: Resource,
  permission: { view: 'patient-visits.view', manage: null },
  icon: 'user',
  label: ({ name }) => name,
  scope: (query, viewer) => {
    within(query, viewer)
    void query.where('kind', 'person')
  },
  list: {
    columns: [{ name: 'name', sort: true, strong: true }, where, { name: 'active', sort: true }],
    search: ['name'],
    filters: [{ name: 'active', kind: 'flag' }],
    defaultSort: 'name',
  },
  show: {
    columns: [where, { name: 'active' }],
    links: [
      {
        id: 'cancel_day',
        icon: 'calendar-off',
        href: ({ id }, { can }) =>
          can('patient-visits.manage')
            ? urlFor('patient-visits.cancelled_days.create', {}, { doctor: id })
            : null,
      },
      {
        id: 'visits',
        icon: 'stethoscope',
        lead: true,
        href: ({ id }) =>
          urlFor('patient-visits.visits.index', {}, { tab: 'upcoming', doctorId: id }),
      },
      {
        id: 'set_up',
        icon: 'settings',
        href: ({ id }, { can }) =>
          can('scheduling.manage') ? urlFor('scheduling.resources.edit', { id }) : null,
      },
    ],
  },
})
