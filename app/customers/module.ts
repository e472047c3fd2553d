import { defineModule } from '#core/platform'
import { admin } from '#app/customers/admin/main'
import privacy from '#app/customers/privacy'

export default defineModule({
  id: 'customers',
  permissions: [
    { id: 'customers.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'customers.manage', roles: ['owner', 'manager', 'desk'] },
  ],
  admin,
  privacy,
})
