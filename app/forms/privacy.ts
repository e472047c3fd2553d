import { dataMap, notPersonal } from '#core/privacy'

/** Questions alone: the answers are columns of whoever asked, and stand in that data map. */
export default dataMap({
  forms_definitions: notPersonal(
    'id',
    'public_id',
    'name',
    'current_number',
    'version',
    'created_at',
    'updated_at'
  ),
  forms_versions: notPersonal('id', 'definition_id', 'number', 'fields', 'created_at'),
})
