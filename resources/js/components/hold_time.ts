import type { AlpineApi, AlpineThis } from '../alpine.js'

type HoldTime = AlpineThis & {
  left: string
  news: string
  soon: boolean
  running: boolean
  endsAt: number
  timer: number
  tick(): void
}

const SOON = 120_000

/** `9:05 min` out of milliseconds; the unit's sign, since beside a time it would be taken for one. */
function clockFace(remaining: number): string {
  const seconds = Math.ceil(remaining / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`
}

/**
 * Counts down the time for which a choice is held. The server says how much is left, so the
 * visitor's clock may be wrong; a screen reader hears only the last two minutes and the end.
 */
function holdTime() {
  return {
    left: '',
    news: '',
    soon: false,
    running: true,
    endsAt: 0,
    timer: 0,

    init(this: HoldTime) {
      this.endsAt = performance.now() + Number(this.$root.dataset.remaining)
      this.tick()
      this.timer = window.setInterval(() => this.tick(), 1000)
    },

    destroy(this: HoldTime) {
      window.clearInterval(this.timer)
    },

    tick(this: HoldTime) {
      const remaining = Math.max(0, this.endsAt - performance.now())
      this.left = clockFace(remaining)
      this.soon = remaining <= SOON
      this.running = remaining > 0
      this.news = ''
      if (this.soon && this.running) this.news = this.$root.dataset.soon ?? ''
      if (this.running) return
      window.clearInterval(this.timer)
      this.news = this.$root.dataset.lapsed ?? ''
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('holdTime', holdTime)
