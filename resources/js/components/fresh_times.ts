import type { AlpineApi, AlpineThis } from '../alpine.js'

type FreshTimes = AlpineThis & {
  news: string
  timer: number
  look(): Promise<void>
  mark(slot: HTMLButtonElement, isFree: boolean): boolean
}

const EVERY = 10_000

/**
 * Keeps the times of a calendar true while it is open (B11): what somebody else takes can no
 * longer be pressed, and is free again when they give it back. Without an address nothing is
 * asked; without an answer the page stays as it is, since the server decides anyway.
 */
function freshTimes() {
  return {
    news: '',
    timer: 0,

    init(this: FreshTimes) {
      if (!this.$root.dataset.times) return
      this.timer = window.setInterval(() => void this.look(), EVERY)
    },

    destroy(this: FreshTimes) {
      window.clearInterval(this.timer)
    },

    async look(this: FreshTimes) {
      const { times, taken } = this.$root.dataset
      if (!times || document.hidden) return
      const answer = await fetch(times).catch(() => null)
      if (!answer?.ok) return
      const { free } = (await answer.json()) as { free: number[] }
      const values = new Set(free.map(String))
      const slots = this.$root.querySelectorAll<HTMLButtonElement>('button[value]')
      const changed = [...slots].filter((slot) => this.mark(slot, values.has(slot.value)))
      this.news = changed.some((slot) => slot.disabled) ? (taken ?? '') : ''
    },

    /** Whether anything is different now; the time one is about to press stays in place. */
    mark(this: FreshTimes, slot: HTMLButtonElement, isFree: boolean) {
      if (slot.disabled === !isFree || slot === document.activeElement) return false
      slot.disabled = !isFree
      return true
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('freshTimes', freshTimes)
