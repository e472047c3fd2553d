import type { RouteGroups } from '#core/platform'

export function routes({ staff }: RouteGroups): void {
  const previews = () => import('#app/messaging/controllers/previews_controller')
  staff.get('/outbox/:publicId/preview', [previews, 'show'], {
    name: 'previews.show',
    permission: 'messaging.view',
  })
}
