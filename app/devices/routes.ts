import type { RouteGroups } from '#core/platform'

const pairings = () => import('#app/devices/controllers/pairings_controller')

export function routes({ site }: RouteGroups): void {
  site.get('/device', [pairings, 'show'], { name: 'pairings.show' })
  site.post('/device/pairings', [pairings, 'store'], { name: 'pairings.store' })
}
