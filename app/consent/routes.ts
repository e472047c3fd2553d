import type { RouteGroups } from '#core/platform'

const cookies = () => import('#app/consent/controllers/cookies_controller')

export function routes({ site }: RouteGroups): void {
  site.get('/cookies', [cookies, 'show'], { name: 'cookies.show' })
}
