import { page, type AdminPage } from '#core/admin'

const statistics = () => import('#plugins/helpdesk/controllers/statistics_controller')
const files = () => import('#plugins/helpdesk/controllers/statistics_files_controller')

/** How the helpdesk went, and the same as a file. */
export const statisticsPages: AdminPage[] = [
  page({
    id: 'helpdesk.statistics',
    path: '/statistics',
    permission: 'helpdesk.view',
    icon: 'chart-column',
    handler: [statistics, 'show'],
  }),
  page({
    id: 'helpdesk.statistics_file',
    path: '/statistics/table',
    permission: 'helpdesk.view',
    menu: false,
    handler: [files, 'show'],
  }),
]
