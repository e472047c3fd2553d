import type { AdminContribution } from '#core/admin'
import { appointments } from '#plugins/booking/admin/appointments'

export const admin: AdminContribution = {
  resources: [appointments],
  menu: [
    {
      route: 'booking.desk_bookings.create',
      title: 'booking.admin.book.title',
      permission: 'booking.manage',
      icon: 'calendar-plus',
    },
  ],
}
