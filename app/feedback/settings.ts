import { numberSetting } from '#core/settings'

/** Days after which a report is deleted, answered or not. */
export const keepDays = numberSetting('feedback.keep_days', { default: 365, min: 30, max: 1825 })
