import { dataMap, notPersonal } from '#core/privacy'
import { defineModule } from '#core/platform'

export default defineModule({
  id: 'numbering',
  privacy: dataMap({ numbering_sequences: notPersonal('key', 'value') }),
})
