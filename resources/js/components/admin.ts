import type { AlpineApi, AlpineThis } from '../alpine.js'

/** A list follows its filters at once; the button stays for people without JavaScript. */
function adminList() {
  return {
    init(this: AlpineThis) {
      const form = this.$el as HTMLFormElement
      form.addEventListener('change', () => form.requestSubmit())
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('adminList', adminList)
