import type { AlpineApi, AlpineThis } from '../alpine.js'

const FOLDED = 'desk-folded'

/** The frame of the staff panel: folds the navigation. */
function desk() {
  return {
    open: true,

    init(this: AlpineThis & { open: boolean; show(): void }) {
      this.open = localStorage.getItem(FOLDED) !== 'yes'
      this.show()
    },

    fold(this: { open: boolean; show(): void }) {
      this.open = !this.open
      localStorage.setItem(FOLDED, this.open ? 'no' : 'yes')
      this.show()
    },

    show(this: AlpineThis & { open: boolean }) {
      document.body.dataset.folded = this.open ? 'no' : 'yes'
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('desk', desk)
