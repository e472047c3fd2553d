import { defineModule } from '#core/platform'

export default defineModule({ id: 'privacy' })
