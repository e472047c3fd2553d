import { numberSetting } from '#core/settings'

/** Of the words under which visitors choose, as shipped; goes up whenever their meaning changes. */
export const SHIPPED_TEXT = 1

/** Raised by an organisation that words its texts anew: everybody is asked again. */
export const textVersion = numberSetting('consent.text_version', { default: 1, min: 1, max: 9999 })
