import { defineModule } from '#core/platform'
import { routes } from '#app/consent/routes'

export default defineModule({ id: 'consent', routes })
