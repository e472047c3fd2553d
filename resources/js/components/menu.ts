import type { AlpineApi, AlpineThis } from '../alpine.js'

/**
 * A `<details>` menu that closes by Escape, by a click elsewhere, when the focus leaves it and once
 * something in it was chosen.
 */
function menu() {
  return {
    init(this: AlpineThis) {
      const details = this.$el as HTMLDetailsElement
      const close = () => {
        details.open = false
        details.querySelector('summary')?.focus()
      }
      details.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && details.open) close()
      })
      details.addEventListener('submit', close)
      details.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false
      })
      document.addEventListener('click', ({ target }) => {
        if (target instanceof Node && !details.contains(target)) details.open = false
      })
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('menu', menu)
