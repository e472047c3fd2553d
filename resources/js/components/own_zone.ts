import type { AlpineApi, AlpineThis } from '../alpine.js'

/** Chooses the zone of the browser in a menu of zones. */
function ownZone() {
  return {
    init(this: AlpineThis) {
      const menu = this.$el as HTMLSelectElement
      const served = menu.querySelector<HTMLOptionElement>('[selected]')?.value ?? ''
      // A browser that comes back to the page has filled in what was chosen before.
      if (menu.value !== served) return
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      if ([...menu.options].some(({ value }) => value === timeZone)) menu.value = timeZone
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('ownZone', ownZone)
