import { page, type AdminContribution } from '#core/admin'

const overrides = () => import('#app/overrides/admin/overrides_controller')

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  pages: [
    page({
      id: 'overrides.files',
      path: '',
      permission: 'overrides.view',
      icon: 'layers',
      handler: [overrides, 'index'],
    }),
  ],
}
