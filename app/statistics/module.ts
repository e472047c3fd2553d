import { defineModule } from '#core/platform'
import { setting } from '#core/settings'
import { admin } from '#app/statistics/admin/main'
import { visitorCookie } from '#app/statistics/cookie'
import { endCounting, startCounting } from '#app/statistics/counter'
import { statisticsDemo } from '#app/statistics/demo'
import { Purge, purgeHourly } from '#app/statistics/jobs/purge'
import privacy from '#app/statistics/privacy'
import { countVisits } from '#app/statistics/settings'

/** The organisation's own visit statistics: first party, and only of visitors who agreed (V5). */
export default defineModule({
  id: 'statistics',
  admin,
  permissions: [{ id: 'statistics.view', roles: ['owner', 'manager'] }],
  settings: [countVisits],
  purposes: [
    { purpose: 'statistics', what: 'statistics.purpose', isOn: () => setting(countVisits) },
  ],
  cookies: [visitorCookie],
  jobs: [Purge],
  schedules: [purgeHourly],
  privacy,
  demo: statisticsDemo,
  ready: startCounting,
  terminating: endCounting,
})
