import { page, type AdminPage } from '#core/admin'

const statistics = () => import('#plugins/shop-quotes/controllers/statistics_controller')
const files = () => import('#plugins/shop-quotes/controllers/statistics_files_controller')

/** How the shop went, and the same as a file. */
export const statisticsPages: AdminPage[] = [
  page({
    id: 'shop-quotes.statistics',
    path: '/statistics',
    permission: 'shop-quotes.view',
    icon: 'chart-column',
    handler: [statistics, 'show'],
  }),
  page({
    id: 'shop-quotes.statistics_file',
    path: '/statistics/table',
    permission: 'shop-quotes.view',
    menu: false,
    handler: [files, 'show'],
  }),
]
