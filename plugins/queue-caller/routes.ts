import type { RouteGroups } from '#core/platform'
import { deskRoutes } from '#plugins/queue-caller/desk_routes'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'

const screens = () => import('#plugins/queue-caller/controllers/screen_pages_controller')
const previews = () => import('#plugins/queue-caller/controllers/screen_previews_controller')

export function routes(groups: RouteGroups): void {
  const { staff, device } = groups
  device.get('/screen', [screens, 'show'], { name: 'screen_pages.show', kind: SCREEN_DEVICE })
  staff.get('/screens/:id/preview', [previews, 'show'], {
    name: 'screen_previews.show',
    permission: 'queue-caller.view',
  })
  deskRoutes(groups)
}
