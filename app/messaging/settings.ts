import { emailSetting, numberSetting } from '#core/settings'

/** Days after which a mail is deleted from the outbox. */
export const keepDays = numberSetting('messaging.keep_days', { default: 90, min: 7, max: 730 })

/** Where answers to our mails go; '' is the organisation's own address. */
export const replyTo = emailSetting('messaging.reply_to', { default: '' })
