import { defineModule } from '#core/platform'
import { admin } from '#app/devices/admin/main'
import { deviceCookie } from '#app/devices/cookie'
import { Purge, purgeHourly } from '#app/devices/jobs/purge'
import privacy from '#app/devices/privacy'
import { routes } from '#app/devices/routes'

export default defineModule({
  id: 'devices',
  admin,
  routes,
  permissions: [{ id: 'devices.manage', roles: ['owner', 'manager'] }],
  jobs: [Purge],
  schedules: [purgeHourly],
  privacy,
  cookies: [deviceCookie],
})
