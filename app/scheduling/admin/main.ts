import { page, type AdminContribution } from '#core/admin'
import { lastResults, nextDays } from '#app/scheduling/admin/activity_widgets'
import { blocks } from '#app/scheduling/admin/blocks'
import { firstSteps } from '#app/scheduling/admin/first_steps_widget'
import { openingExceptions } from '#app/scheduling/admin/opening_exceptions'
import { openingRules } from '#app/scheduling/admin/opening_rules'
import { resources } from '#app/scheduling/admin/resources'
import { services } from '#app/scheduling/admin/services'
import { todayWidget } from '#app/scheduling/admin/today_widget'

const days = () => import('#app/scheduling/admin/days_controller')

export const admin: AdminContribution = {
  group: 'admin.groups.calendar',
  pages: [
    page({
      id: 'scheduling.day',
      path: '/day',
      permission: 'scheduling.view',
      icon: 'calendar-days',
      key: 'c',
      handler: [days, 'show'],
    }),
  ],
  resources: [services, resources, openingRules, openingExceptions, blocks],
  widgets: [firstSteps, todayWidget, nextDays, lastResults],
}
