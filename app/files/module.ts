import { defineModule } from '#core/platform'
import { admin } from '#app/files/admin/main'
import { quotaHasRoom, scannerIsThere } from '#app/files/health'
import { Sweep, sweepHourly } from '#app/files/jobs/sweep'
import privacy from '#app/files/privacy'
import { routes } from '#app/files/routes'
import { largestMegabytes, quotaMegabytes } from '#app/files/settings'

export default defineModule({
  id: 'files',
  admin,
  routes,
  settings: [largestMegabytes, quotaMegabytes],
  jobs: [Sweep],
  schedules: [sweepHourly],
  privacy,
  health: [scannerIsThere, quotaHasRoom],
})
