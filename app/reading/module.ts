import { defineModule } from '#core/platform'
import { readingCookie } from '#app/reading/cookie'
import { routes } from '#app/reading/routes'

export default defineModule({ id: 'reading', routes, cookies: [readingCookie] })
