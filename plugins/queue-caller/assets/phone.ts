import type { AlpineApi, AlpineThis } from '../../../resources/js/alpine.js'
import { exchange, fetchPart } from './part.js'

type Phone = AlpineThis & {
  stale: boolean
  said: string
  isLooking: boolean
  isNews: boolean
  timer: number
  seen: () => void
  look(): Promise<void>
  tell(part: HTMLElement): void
}

const PART = 'queue-phone'
const SUMMONS = [300, 150, 300, 150, 600]

const shownPart = () => document.getElementById(PART)!

/**
 * The ticket on a phone: asked for again at each news of it, and every so often, since others may
 * have gone before. What it last told travels in the address, so that waits move in small steps.
 */
function queuePhone() {
  return {
    stale: false,
    said: '',
    isLooking: false,
    isNews: false,
    timer: 0,
    seen: () => {},

    init(this: Phone) {
      const every = Number(shownPart().dataset.seconds) * 1000
      this.timer = window.setInterval(() => void this.look(), every)
      this.seen = () => void this.look()
      document.addEventListener('visibilitychange', this.seen)
    },

    destroy(this: Phone) {
      window.clearInterval(this.timer)
      document.removeEventListener('visibilitychange', this.seen)
    },

    async look(this: Phone) {
      this.isNews = true
      if (document.hidden || this.isLooking) return
      this.isLooking = true
      while (this.isNews) {
        this.isNews = false
        try {
          const found = await fetchPart(shownPart().dataset.again!, PART)
          if (!found) return location.reload()
          this.tell(found.part)
          exchange(found.part)
          document.title = found.page.title
          this.stale = false
        } catch {
          this.stale = true
        }
      }
      this.isLooking = false
    },

    /** Says a new state to who cannot see it, and to who holds the phone in a pocket. */
    tell(this: Phone, part: HTMLElement) {
      const before = shownPart()
      const words = ({ firstElementChild }: HTMLElement) =>
        firstElementChild!.textContent!.replaceAll(/\s+/g, ' ').trim()
      if (words(part) !== words(before)) this.said = words(part)
      const isCalled = part.dataset.called === 'yes' && before.dataset.called === 'no'
      if (isCalled && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(SUMMONS)
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('queuePhone', queuePhone)
