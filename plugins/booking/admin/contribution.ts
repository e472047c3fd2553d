import type { AdminContribution } from '#core/admin'
import { appointments } from '#plugins/booking/admin/appointments'
import { appointmentEvents } from '#plugins/booking/admin/timeline'

export const admin: AdminContribution = {
  resources: [appointments],
  timeline: [appointmentEvents],
  menu: [
    {
      route: 'booking.desk_bookings.create',
      title: 'booking.admin.book.title',
      permission: 'booking.manage',
      icon: 'calendar-plus',
    },
  ],
}
