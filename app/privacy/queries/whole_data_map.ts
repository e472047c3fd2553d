import { allContributions } from '#core/platform'
import type { DataMap } from '#app/privacy/domain/data_map'

/** The data map of all modules and installed plugins, the disabled ones too: their rows remain. */
export function wholeDataMap(): DataMap {
  return Object.assign({}, ...allContributions('privacy').map(({ value }) => value))
}
