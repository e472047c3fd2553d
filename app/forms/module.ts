import { defineModule } from '#core/platform'
import { admin } from '#app/forms/admin/main'
import privacy from '#app/forms/privacy'

export default defineModule({
  id: 'forms',
  admin,
  permissions: [{ id: 'forms.manage', roles: ['owner', 'manager'] }],
  privacy,
})
