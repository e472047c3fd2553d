import type { HelpPage } from '#core/organisation'
import { setting } from '#core/settings'
import { changeUntilHours, confirmMinutes, holdMinutes } from '#plugins/booking/settings'

/** V6: how to book, change and cancel, with the times that the operator has set. */
export const help: HelpPage = {
  title: 'booking.help.title',
  text: 'booking.help.text',
  values: async () => ({
    hold: await setting(holdMinutes),
    confirm: await setting(confirmMinutes),
    hours: await setting(changeUntilHours),
  }),
}
