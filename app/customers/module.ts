import { defineModule } from '#core/platform'
import { admin } from '#app/customers/admin/main'
import { RecordLinkMail } from '#app/customers/mails/record_link_mail'
import privacy from '#app/customers/privacy'
import { routes } from '#app/customers/routes'

export default defineModule({
  id: 'customers',
  routes,
  account: [
    {
      id: 'customers.addresses',
      route: 'customers.addresses.index',
      title: 'customers.addresses.title',
      summary: 'customers.addresses.summary',
      icon: 'map-pin',
    },
  ],
  permissions: [
    { id: 'customers.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'customers.manage', roles: ['owner', 'manager', 'desk'] },
    { id: 'customers.join', roles: ['owner', 'manager'] },
  ],
  mails: [RecordLinkMail],
  admin,
  privacy,
})
