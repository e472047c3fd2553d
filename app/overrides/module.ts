import { defineModule } from '#core/platform'
import { admin } from '#app/overrides/admin/main'
import { overridesAreInUse } from '#app/overrides/health'
import { overrideViews } from '#app/overrides/views'
import { refreshOverrides, watchOverrides } from '#app/overrides/watch'

/** Views and texts that an operator puts in place of ours, in DATA_DIR/overrides. */
export default defineModule({
  id: 'overrides',
  admin,
  permissions: [{ id: 'overrides.view', roles: ['owner'] }],
  health: [overridesAreInUse],
  async boot() {
    overrideViews()
    await refreshOverrides()
    watchOverrides()
  },
})
