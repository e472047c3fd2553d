import type { AdminContribution } from '#core/admin'
import { clinics } from '#plugins/patient-visits/admin/clinics'
import { doctors } from '#plugins/patient-visits/admin/doctors'
import { visitEvents } from '#plugins/patient-visits/admin/timeline'
import { todayWidget } from '#plugins/patient-visits/admin/today_widget'
import { visitTypes } from '#plugins/patient-visits/admin/visit_types'
import { visits } from '#plugins/patient-visits/admin/visits'

export const admin: AdminContribution = {
  resources: [visits, doctors, clinics, visitTypes],
  widgets: [todayWidget],
  timeline: [visitEvents],
  menu: [
    {
      route: 'patient-visits.desk_bookings.create',
      title: 'patient-visits.admin.book.title',
      permission: 'patient-visits.manage',
      icon: 'calendar-plus',
    },
    {
      route: 'patient-visits.cancelled_days.create',
      title: 'patient-visits.admin.cancel_day.title',
      permission: 'patient-visits.manage',
      icon: 'calendar-off',
    },
  ],
}
