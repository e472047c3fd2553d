import { page, type AdminContribution } from '#core/admin'
import { roles } from '#app/accounts/admin/roles'
import { staff } from '#app/accounts/admin/staff'

const rights = () => import('#app/accounts/controllers/rights_controller')

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [staff, roles],
  pages: [
    page({
      id: 'accounts.rights',
      path: '/rights',
      permission: 'accounts.roles',
      icon: 'list-checks',
      handler: [rights, 'index'],
    }),
  ],
}
