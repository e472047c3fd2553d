import { page, type AdminContribution } from '#core/admin'

const visits = () => import('#app/statistics/admin/visits_controller')
const files = () => import('#app/statistics/admin/visit_files_controller')

/** What visitors who agreed looked at, and the same as a file. */
export const admin: AdminContribution = {
  group: 'admin.groups.organisation',
  pages: [
    page({
      id: 'statistics.visits',
      path: '',
      permission: 'statistics.view',
      icon: 'chart-column',
      handler: [visits, 'show'],
    }),
    page({
      id: 'statistics.visit_file',
      path: '/table',
      permission: 'statistics.view',
      menu: false,
      handler: [files, 'show'],
    }),
  ],
}
