import type { AlpineApi, AlpineThis } from '../alpine.js'
import { followLive } from '../live.js'

/** What one does oneself brings its page sooner than this. */
const OWN_MS = 500

/** Says that a record was written since its page was made; nothing of the page changes by itself. */
function recordNews() {
  let leave = () => {}
  let timer = 0
  return {
    isOld: false,

    init(this: AlpineThis & { isOld: boolean }) {
      const { channel, version } = this.$el.dataset
      leave = followLive(channel!, (state) => {
        if (String((state as { version: number | null }).version) === version) return
        timer = window.setTimeout(() => (this.isOld = true), OWN_MS)
      })
    },

    destroy() {
      window.clearTimeout(timer)
      leave()
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('recordNews', recordNews)
