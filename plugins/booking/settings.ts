import { minutesSetting, numberSetting } from '#core/settings'

/** B7: how long a chosen time is kept. */
export const holdMinutes = minutesSetting('booking.hold_minutes', { default: 10, min: 2, max: 30 })

/** How long extensions can keep it in all. */
export const holdLimitMinutes = minutesSetting('booking.hold_limit_minutes', {
  default: 30,
  min: 5,
  max: 60,
})

/** How long a booking waits for its mailed link to be confirmed, occupying its place. */
export const confirmMinutes = minutesSetting('booking.confirm_minutes', {
  default: 60,
  min: 10,
  max: 1440,
})

/** Until how many hours before the start a customer may cancel or move. */
export const changeUntilHours = numberSetting('booking.change_until_hours', {
  default: 2,
  min: 0,
  max: 168,
})
