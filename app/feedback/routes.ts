import type { RouteGroups } from '#core/platform'

const barriers = () => import('#app/feedback/controllers/barriers_controller')

export function routes({ site }: RouteGroups): void {
  site.get('/accessibility/feedback', [barriers, 'create'], { name: 'barriers.create' })
  site.post('/accessibility/feedback', [barriers, 'store'], { name: 'barriers.store' })
  site.get('/accessibility/feedback/sent', [barriers, 'sent'], { name: 'barriers.sent' })
}
