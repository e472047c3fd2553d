import type { AlpineApi, AlpineThis } from '../alpine.js'

/** Fewer letters say too little to look for. */
const ENOUGH = 3

/** A search inside a larger form: it asks while somebody types, and Enter asks instead of sending. */
function askedAsTyped() {
  return {
    typed(this: AlpineThis & { ask(): void }, { target }: Event) {
      const { length } = (target as HTMLInputElement).value.trim()
      if (length === 0 || length >= ENOUGH) this.ask()
    },

    ask(this: AlpineThis) {
      const button = this.$refs.ask as HTMLButtonElement
      button.form?.requestSubmit(button)
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('askedAsTyped', askedAsTyped)
