import { booleanSetting } from '#core/settings'

/** On: mails, calendar entries and prints say that there is a visit, not of what kind or with whom. */
export const discreet = booleanSetting('patient-visits.discreet', { default: true })
