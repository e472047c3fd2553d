import { defineModule } from '#core/platform'
import privacy from '#app/devices/privacy'

export default defineModule({ id: 'devices', privacy })
