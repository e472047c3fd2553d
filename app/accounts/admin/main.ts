import type { AdminContribution } from '#core/admin'
import { roles } from '#app/accounts/admin/roles'
import { staff } from '#app/accounts/admin/staff'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [staff, roles],
}
