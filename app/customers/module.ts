import { defineModule } from '#core/platform'
import { admin } from '#app/customers/admin/main'
import privacy from '#app/customers/privacy'

const joins = () => import('#app/customers/controllers/joins_controller')

export default defineModule({
  id: 'customers',
  permissions: [
    { id: 'customers.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'customers.manage', roles: ['owner', 'manager', 'desk'] },
    { id: 'customers.join', roles: ['owner', 'manager'] },
  ],
  routes({ staff }) {
    const permission = 'customers.join'
    staff.get('/customers/joins/:id', [joins, 'create'], { name: 'joins.create', permission })
    staff.post('/customers/joins/:id', [joins, 'store'], { name: 'joins.store', permission })
  },
  admin,
  privacy,
})
