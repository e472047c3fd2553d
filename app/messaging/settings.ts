import { numberSetting } from '#core/settings'

/** Days after which a mail is deleted from the outbox. */
export const keepDays = numberSetting('messaging.keep_days', { default: 90, min: 7, max: 730 })
