import type { RouteGroups } from '#core/platform'

const cookies = () => import('#app/consent/controllers/cookies_controller')
const choices = () => import('#app/consent/controllers/choices_controller')
const consents = () => import('#app/consent/controllers/consents_controller')

export function routes({ site, account }: RouteGroups): void {
  site.get('/cookies', [cookies, 'show'], { name: 'cookies.show' })
  site.get('/cookies/settings', [choices, 'edit'], { name: 'choices.edit' })
  site.post('/cookies/settings', [choices, 'update'], { name: 'choices.update' })
  account.get('/consents', [consents, 'index'], { name: 'consents.index' })
  account.post('/consents/withdraw', [consents, 'destroy'], { name: 'consents.destroy' })
}
