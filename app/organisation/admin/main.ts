import type { AdminContribution } from '#core/admin'
import { locations } from '#app/organisation/admin/locations'
import { profile } from '#app/organisation/admin/profile'

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [profile, locations],
  menu: [
    {
      route: 'organisation.logos.edit',
      title: 'organisation.admin.logo.title',
      permission: 'organisation.manage',
      icon: 'image',
    },
  ],
}
