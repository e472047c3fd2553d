import { page, type AdminContribution } from '#core/admin'

const space = () => import('#app/files/admin/space_controller')

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  pages: [
    page({
      id: 'files.space',
      path: '',
      // Whoever may set the limit sees what there is of it.
      permission: 'settings.manage',
      icon: 'paperclip',
      handler: [space, 'index'],
    }),
  ],
}
