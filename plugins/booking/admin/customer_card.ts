import type { CustomerCard } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'
import { appointments } from '#plugins/booking/admin/appointments'
import { historyOf } from '#plugins/booking/admin/history'
import { appointmentsOf } from '#plugins/booking/queries/appointments_of'

/** A customer's appointments and what happened to them. */
export const customerCard: CustomerCard = {
  related: [
    {
      id: 'booking-appointments',
      to: () => appointments,
      by: 'customerId',
      near: 'startsAt',
      without: ['customer'],
    },
  ],
  links: [
    {
      id: 'booking-book',
      title: 'booking.admin.book.for_this',
      permission: 'booking.manage',
      icon: 'calendar-plus',
      lead: true,
      href: ({ id }: Customer) => urlFor('booking.desk_bookings.create', {}, { customer: id }),
    },
  ],
  subjects: async (customerId, { can, locationIds }) => {
    if (!can('booking.view')) return []
    const own = await appointmentsOf(customerId, locationIds)
    return own.flatMap(({ id }) => historyOf(id))
  },
}
