import { defineModule } from '#core/platform'
import privacy from '#app/organisation/privacy'
import { routes } from '#app/organisation/routes'

export default defineModule({
  id: 'organisation',
  permissions: [{ id: 'organisation.manage', roles: ['owner'] }],
  routes,
  privacy,
})
