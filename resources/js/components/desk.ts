import type { AlpineApi, AlpineThis } from '../alpine.js'

const FOLDED = 'desk-folded'

/** The frame of the staff panel: folds the navigation, and Ctrl+K leads to the search field. */
function desk() {
  return {
    open: true,

    init(this: AlpineThis & { open: boolean; show(): void }) {
      this.open = localStorage.getItem(FOLDED) !== 'yes'
      this.show()
      document.addEventListener('keydown', (event) => {
        if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
        const field = document.querySelector<HTMLInputElement>('[data-search-key]')
        if (!field) return
        event.preventDefault()
        field.focus()
        field.select()
      })
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
