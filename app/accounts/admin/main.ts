import type { AdminContribution } from '#core/admin'
import { staff } from '#app/accounts/admin/staff'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [staff],
}
