import type { AlpineApi, AlpineThis } from '../alpine.js'

type BulkBar = AlpineThis & { count: string; chosen: string; choose(): void }

/** Counts the ticked rows of a list and shows what may be done with them once there are any. */
function bulkBar() {
  return {
    count: '0',
    chosen: 'no',

    init(this: BulkBar) {
      const { id } = this.$el
      document.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement && target.form?.id === id) this.choose()
      })
      this.choose()
    },

    choose(this: BulkBar) {
      const form = document.getElementById('bulk')
      if (!(form instanceof HTMLFormElement)) return
      const boxes = [...form.elements].filter((box) => box instanceof HTMLInputElement)
      const ticked = boxes.filter(({ name, checked }) => name === 'ids[]' && checked)
      const isAll = boxes.some(({ name, checked }) => name === 'all' && checked)
      this.count = String(ticked.length)
      this.chosen = ticked.length > 0 || isAll ? 'yes' : 'no'
    },

    /** The browser resets the boxes after this. */
    clear(this: BulkBar) {
      setTimeout(() => this.choose())
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('bulkBar', bulkBar)
