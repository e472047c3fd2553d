import { dataMap, notPersonal } from '#app/privacy/domain/data_map'

/** The platform's own tables: it is beneath the modules and declares nothing itself. */
export default dataMap({
  platform_leases: notPersonal('name', 'holder', 'until_at'),
  platform_plugins: notPersonal('id', 'version', 'enabled', 'changed_at'),
  platform_write_lock: notPersonal('id', 'held'),
})
