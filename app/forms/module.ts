import { defineModule } from '#core/platform'
import privacy from '#app/forms/privacy'

export default defineModule({
  id: 'forms',
  permissions: [{ id: 'forms.manage', roles: ['owner', 'manager'] }],
  privacy,
})
