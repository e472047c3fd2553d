import { defineModule } from '#core/platform'
import privacy from '#app/privacy/platform_map'

export default defineModule({ id: 'privacy', privacy })
