import type { RouteGroups } from '#core/platform'
import { deskRoutes } from '#plugins/queue-caller/desk_routes'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'
import { kioskRoutes } from '#plugins/queue-caller/kiosk_routes'

const screens = () => import('#plugins/queue-caller/controllers/screen_pages_controller')
const previews = () => import('#plugins/queue-caller/controllers/screen_previews_controller')
const printed = () => import('#plugins/queue-caller/controllers/printed_tickets_controller')

export function routes(groups: RouteGroups): void {
  const { staff, device } = groups
  kioskRoutes(groups)
  deskRoutes(groups)
  device.get('/screen', [screens, 'show'], { name: 'screen_pages.show', kind: SCREEN_DEVICE })
  staff.get('/screens/:id/preview', [previews, 'show'], {
    name: 'screen_previews.show',
    permission: 'queue-caller.view',
  })
  staff.get('/tickets/:id/print', [printed, 'show'], {
    name: 'printed_tickets.show',
    permission: 'queue-caller.serve',
  })
}
