import { defineModule } from '#core/platform'
import { admin } from '#app/organisation/admin/main'
import { organisationDemo } from '#app/organisation/demo'
import { funderLogos } from '#app/organisation/files'
import privacy from '#app/organisation/privacy'
import { routes } from '#app/organisation/routes'
import { directions, mapLink } from '#app/organisation/settings'

export default defineModule({
  id: 'organisation',
  admin,
  permissions: [{ id: 'organisation.manage', roles: ['owner'] }],
  routes,
  settings: [directions, mapLink],
  files: [funderLogos],
  privacy,
  demo: organisationDemo,
})
