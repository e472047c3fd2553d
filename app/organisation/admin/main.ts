import { page, type AdminContribution } from '#core/admin'
import { funders } from '#app/organisation/admin/funders'
import { locations } from '#app/organisation/admin/locations'
import { profile } from '#app/organisation/admin/profile'
import { removeLogo } from '#app/organisation/admin/remove_logo'

const logos = () => import('#app/organisation/admin/logos_controller')

export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  resources: [profile, locations, funders],
  pages: [
    page({
      id: 'organisation.logo',
      path: '/logo',
      permission: 'organisation.manage',
      icon: 'image',
      handler: [logos, 'edit'],
      actions: [removeLogo],
      menu: false,
    }),
  ],
  // Below who the organisation is and where.
  menu: [
    {
      route: 'organisation.logo',
      title: 'organisation.admin.logo.title',
      permission: 'organisation.manage',
      icon: 'image',
    },
  ],
}
