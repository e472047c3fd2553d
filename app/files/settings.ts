import { numberSetting } from '#core/settings'

/** No file may be larger, in MB; a use may allow less. Bodies end at 20 MB (config/bodyparser). */
export const largestMegabytes = numberSetting('files.largest_megabytes', {
  default: 10,
  min: 1,
  max: 20,
})

/** What all files of this installation may take together, in MB. */
export const quotaMegabytes = numberSetting('files.quota_megabytes', {
  default: 2048,
  min: 1,
  max: 1_000_000,
})
