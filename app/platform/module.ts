import { defineModule } from '#app/platform/definition'
import { admin, routes } from '#app/platform/admin/main'

export default defineModule({
  id: 'platform',
  routes,
  permissions: [{ id: 'platform.manage', roles: ['owner'] }],
  admin,
})
