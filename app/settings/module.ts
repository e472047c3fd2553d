import { defineModule } from '#core/platform'
import { admin, routes } from '#app/settings/admin/main'
import { secretsAreReadable, settingVariablesAreReadable } from '#app/settings/health'
import privacy from '#app/settings/privacy'

export default defineModule({
  id: 'settings',
  routes,
  admin,
  permissions: [{ id: 'settings.manage', roles: ['owner', 'manager'] }],
  privacy,
  health: [settingVariablesAreReadable, secretsAreReadable],
})
