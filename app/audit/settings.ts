import { numberSetting } from '#core/settings'
import { KEPT_DAYS } from '#app/audit/domain/guards'

/** Days after which a line of the trail is deleted; some organisations must keep it for longer. */
export const keepDays = numberSetting('audit.keep_days', {
  default: KEPT_DAYS,
  min: KEPT_DAYS,
  max: 3650,
})
