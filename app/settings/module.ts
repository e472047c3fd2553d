import { defineModule } from '#core/platform'
import { settingVariablesAreReadable } from '#app/settings/health'
import privacy from '#app/settings/privacy'

export default defineModule({
  id: 'settings',
  permissions: [{ id: 'settings.manage', roles: ['owner', 'manager'] }],
  privacy,
  health: [settingVariablesAreReadable],
})
