import type { AdminContribution } from '#core/admin'
import { definitions } from '#app/forms/admin/definitions'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [definitions],
}
