import type { AdminContribution } from '#core/admin'
import { devices } from '#app/devices/admin/devices'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [devices],
}
