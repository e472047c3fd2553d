import { registry } from '#core/platform'

/** For `group.each.setup`: as where no plugin keeps records about health. */
export function noHealthRecords(): () => void {
  const keepers = registry.plugins.filter(({ healthRecords }) => healthRecords)
  for (const plugin of keepers) plugin.healthRecords = false
  return () => {
    for (const plugin of keepers) plugin.healthRecords = true
  }
}
