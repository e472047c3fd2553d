import { page, type AdminContribution } from '#core/admin'
import { counters } from '#plugins/queue-caller/admin/counters'
import { kiosks } from '#plugins/queue-caller/admin/kiosks'
import { lines } from '#plugins/queue-caller/admin/lines'
import { screens } from '#plugins/queue-caller/admin/screens'
import { statisticsPages } from '#plugins/queue-caller/admin/statistics'
import { todayWidget } from '#plugins/queue-caller/admin/today_widget'

const desk = () => import('#plugins/queue-caller/controllers/desk_counters_controller')
const boards = () => import('#plugins/queue-caller/controllers/boards_controller')

export const admin: AdminContribution = {
  pages: [
    page({
      id: 'queue-caller.counter',
      path: '/counter',
      permission: 'queue-caller.serve',
      icon: 'megaphone',
      key: 'q',
      handler: [desk, 'show'],
    }),
    page({
      id: 'queue-caller.board',
      path: '/board',
      permission: 'queue-caller.view',
      icon: 'gauge',
      key: 'b',
      handler: [boards, 'show'],
    }),
    ...statisticsPages,
  ],
  resources: [lines, counters, screens, kiosks],
  widgets: [todayWidget],
}
