import { page, type AdminPage } from '#core/admin'

const statistics = () => import('#plugins/queue-caller/controllers/statistics_controller')
const files = () => import('#plugins/queue-caller/controllers/statistics_files_controller')

/** How the queue went, and the same as a file. */
export const statisticsPages: AdminPage[] = [
  page({
    id: 'queue-caller.statistics',
    path: '/statistics',
    permission: 'queue-caller.view',
    icon: 'chart-column',
    handler: [statistics, 'show'],
  }),
  page({
    id: 'queue-caller.statistics_file',
    path: '/statistics/table',
    permission: 'queue-caller.view',
    menu: false,
    handler: [files, 'show'],
  }),
]
