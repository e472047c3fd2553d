import { dataMap, notPersonal } from '#core/privacy'

export default dataMap({
  settings_values: notPersonal('id', 'key', 'location_id', 'value', 'version', 'updated_at'),
})
