import app from '@adonisjs/core/services/app'
import type { RouteGroups } from '#core/platform'
import { devUiRoutes } from '#app/web/dev_ui/routes'

const home = () => import('#app/web/controllers/home_controller')
const challenges = () => import('#app/web/controllers/captcha_challenges_controller')
const health = () => import('#app/web/controllers/health_controller')

export function routes(groups: RouteGroups): void {
  const { site } = groups
  site.get('/', [home, 'index'], { name: 'home.index' })
  site.get('/captcha/:form', [challenges, 'show'], { name: 'captcha_challenges.show' })
  site.get('/health/live', [health, 'live'], { name: 'health.live' })
  site.get('/health/ready', [health, 'ready'], { name: 'health.ready' })

  if (!app.inProduction) devUiRoutes(groups)
}
