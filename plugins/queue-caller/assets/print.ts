import type { AlpineApi, AlpineThis } from '../../../resources/js/alpine.js'

/** A page that prints itself when it is opened, and again when somebody asks for it. */
function queuePrint() {
  return {
    init(this: AlpineThis) {
      requestAnimationFrame(() => window.setTimeout(() => window.print()))
    },

    print() {
      window.print()
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('queuePrint', queuePrint)
