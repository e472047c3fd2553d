import type { CustomerCard } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'
import { historyOf } from '#plugins/patient-visits/admin/history'
import { visits } from '#plugins/patient-visits/admin/visits'
import { visitsOf } from '#plugins/patient-visits/queries/visits_of'

/** A patient's visits to all clinics, and what happened to them. */
export const customerCard: CustomerCard = {
  related: [
    {
      id: 'patient-visits',
      to: () => visits,
      by: 'customerId',
      near: 'startsAt',
      without: ['customer'],
    },
  ],
  links: [
    {
      id: 'patient-visits-book',
      title: 'patient-visits.admin.book.title',
      permission: 'patient-visits.manage',
      icon: 'calendar-plus',
      href: ({ id }: Customer) =>
        urlFor('patient-visits.desk_bookings.create', {}, { customer: id }),
    },
  ],
  subjects: async (customerId, { can, locationIds }) => {
    if (!can('patient-visits.view')) return []
    const own = await visitsOf(customerId, locationIds)
    return own.flatMap(({ id }) => historyOf(id))
  },
}
