import { defineModule } from '#core/platform'
import { choiceCookie } from '#app/consent/cookie'
import { Purge, purgeNightly } from '#app/consent/jobs/purge'
import privacy from '#app/consent/privacy'
import { routes } from '#app/consent/routes'
import { textVersion } from '#app/consent/settings'

export default defineModule({
  id: 'consent',
  routes,
  settings: [textVersion],
  cookies: [choiceCookie],
  account: [
    {
      id: 'consent.consents',
      route: 'consent.consents.index',
      title: 'consent.consents.title',
      summary: 'consent.consents.summary',
      icon: 'shield-check',
    },
  ],
  jobs: [Purge],
  schedules: [purgeNightly],
  privacy,
})
