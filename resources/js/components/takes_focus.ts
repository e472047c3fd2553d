import type { AlpineApi, AlpineThis } from '../alpine.js'

/** Takes the focus when it appears, so that a screen reader begins with what went wrong. */
function takesFocus() {
  return {
    init(this: AlpineThis) {
      this.$el.focus()
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('takesFocus', takesFocus)
