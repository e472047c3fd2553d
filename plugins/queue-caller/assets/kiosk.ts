import type { AlpineApi, AlpineThis } from '../../../resources/js/alpine.js'
import { exchange, fetchPart, type FetchedPart } from './part.js'

type Kiosk = AlpineThis & {
  offline: boolean
  isConnected: boolean
  /** Somebody waits for the answer to a press. */
  isBusy: boolean
  /** Grows with each page that is fetched: an answer that was overtaken counts no more. */
  turn: number
  isPressed: boolean
  address: string
  typed: string
  typedAt: number
  touchedAt: number
  shownAt: number
  lookedAt: number
  timer: number
  ahead: number
  visit(address: string, body?: URLSearchParams): Promise<void>
  look(): Promise<void>
  show(address: string, options: RequestInit, isAsked: boolean): Promise<void>
  turnTo(found: FetchedPart): void
  home(): void
  tick(): void
  tell(): void
}

const PART = 'queue-kiosk'
const RETRY_MS = 5_000
/** News come in bursts: a crowd takes tickets. */
const SHORTEST_MS = 2_000
/** The second touch of a double one must not press what has just appeared below the finger. */
const SETTLE_MS = 400
/** A reader types faster than any person. */
const READER_MS = 300
const SHORTEST_CODE = 4

const shownPart = () => document.getElementById(PART)!

/**
 * A kiosk has one page, whose parts are exchanged: there is nothing in the history that somebody
 * could go back to, an unanswered press is told as such, and a reload is always the start.
 */
function queueKiosk() {
  return {
    offline: false,
    isConnected: true,
    isBusy: false,
    turn: 0,
    isPressed: false,
    address: '',
    typed: '',
    typedAt: 0,
    touchedAt: 0,
    shownAt: 0,
    lookedAt: 0,
    timer: 0,
    ahead: 0,

    init(this: Kiosk) {
      const { home } = this.$root.dataset
      // Opened at another page: that one is not kept either.
      history.replaceState(null, '', home)
      this.address = location.href
      this.ahead = Number(this.$refs.clock.dataset.now) - Date.now()
      this.touchedAt = this.lookedAt = performance.now()
      this.shownAt = -SETTLE_MS
      this.timer = window.setInterval(() => this.tick(), 1000)
    },

    destroy(this: Kiosk) {
      window.clearInterval(this.timer)
    },

    follow(this: Kiosk, event: MouseEvent) {
      const link = (event.target as Element).closest('a')
      if (!link) return
      event.preventDefault()
      if (performance.now() - this.shownAt < SETTLE_MS) return
      if (link.pathname === this.$root.dataset.home && !link.search) return this.home()
      void this.visit(link.href)
    },

    send(this: Kiosk, event: SubmitEvent) {
      event.preventDefault()
      if (performance.now() - this.shownAt < SETTLE_MS) return
      const form = event.target as HTMLFormElement
      const sent = new FormData(form, event.submitter) as unknown
      void this.visit(form.action, new URLSearchParams(sent as Record<string, string>))
    },

    /** A reader of codes is a keyboard that ends with Enter; on whatever page somebody uses it. */
    scan(this: Kiosk, event: KeyboardEvent) {
      this.touchedAt = performance.now()
      if (event.target instanceof HTMLInputElement) return
      if (this.touchedAt - this.typedAt > READER_MS) this.typed = ''
      this.typedAt = this.touchedAt
      if (event.key.length === 1) this.typed += event.key
      if (event.key !== 'Enter' || this.typed.length < SHORTEST_CODE) return
      event.preventDefault()
      const token = document.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
      const code = this.typed
      this.typed = ''
      void this.visit(shownPart().dataset.scan!, new URLSearchParams({ code, _csrf: token }))
    },

    press(this: Kiosk) {
      this.touchedAt = performance.now()
      this.isPressed = true
    },

    release(this: Kiosk) {
      this.isPressed = false
    },

    visit(this: Kiosk, address: string, body?: URLSearchParams) {
      if (this.isBusy) return Promise.resolve()
      this.touchedAt = performance.now()
      return this.show(address, body ? { method: 'POST', body } : {}, true)
    },

    /** What has changed meanwhile, without anybody having asked. */
    async look(this: Kiosk) {
      if (this.isBusy || this.isPressed || !Number(shownPart().dataset.refresh)) return
      await this.show(this.address, {}, false)
    },

    async show(this: Kiosk, address: string, options: RequestInit, isAsked: boolean) {
      const turn = ++this.turn
      this.isBusy = isAsked
      this.lookedAt = performance.now()
      this.$root.dataset.busy = isAsked ? 'yes' : 'no'
      try {
        const found = await fetchPart(address, PART, options)
        if (turn !== this.turn) return
        // Revoked, or an error of ours: the page that comes then says so.
        if (!found) return location.reload()
        this.offline = !this.isConnected
        if (isAsked) this.turnTo(found)
        else if (!this.isPressed && !isSame(found.part)) exchange(found.part)
      } catch {
        if (turn === this.turn) this.offline = true
      } finally {
        if (turn === this.turn) this.isBusy = false
        this.$root.dataset.busy = this.isBusy ? 'yes' : 'no'
      }
    },

    turnTo(this: Kiosk, { part, page, address }: FetchedPart) {
      exchange(part)
      document.title = page.title
      document.documentElement.lang = part.dataset.lang!
      this.address = address
      this.shownAt = performance.now()
      window.scrollTo(0, 0)
      part.querySelector<HTMLElement>('[data-first], h1')?.focus()
    },

    /** Nothing of the last person stays, also while the start cannot be fetched. */
    home(this: Kiosk) {
      document.querySelector('[data-print]')?.remove()
      void this.visit(this.$root.dataset.home!)
    },

    /** The socket of the page came or went. */
    reach(this: Kiosk, connected: boolean) {
      if (connected === this.isConnected) return
      this.isConnected = connected
      this.offline = !connected
      if (connected) void this.look()
    },

    news(this: Kiosk) {
      const waited = performance.now() - this.lookedAt
      window.setTimeout(() => void this.look(), Math.max(0, SHORTEST_MS - waited))
    },

    tick(this: Kiosk) {
      this.tell()
      const now = performance.now()
      const { idle, refresh } = shownPart().dataset
      // The start could not be fetched: what stood there is gone all the same.
      const isEmpty = !shownPart().querySelector('h1')
      const waits = this.offline ? RETRY_MS : Number(refresh) * 1000
      if (isEmpty && now - this.lookedAt > RETRY_MS) this.home()
      else if (Number(idle) && now - this.touchedAt > Number(idle) * 1000) this.home()
      else if (Number(refresh) && now - this.lookedAt > waits) void this.look()
    },

    tell(this: Kiosk) {
      const { clock } = this.$refs
      const { lang } = document.documentElement
      const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
      const at = new Date(Date.now() + this.ahead)
      const text = at.toLocaleTimeString(lang, { ...form, timeZone: clock.dataset.zone })
      if (clock.textContent !== text) clock.textContent = text
    },
  }
}

const isSame = (part: HTMLElement): boolean => part.textContent === shownPart().textContent

type Keypad = AlpineThis & { $refs: { code: HTMLInputElement } }

/** The keys of the screen; the keyboard of the system stays away. */
function queueKeypad() {
  return {
    init(this: Keypad) {
      this.$refs.code.inputMode = 'none'
    },

    press(this: Keypad, event: MouseEvent) {
      const { code } = this.$refs
      const { value } = event.currentTarget as HTMLButtonElement
      code.value = value === 'back' ? code.value.slice(0, -1) : code.value + value
      code.focus({ preventScroll: true })
    },
  }
}

type Taken = AlpineThis & { left: number; endsAt: number; timer: number; tick(): void }

/** A ticket on the kiosk: printed once, and gone after some seconds. */
function queueTaken() {
  return {
    left: 0,
    endsAt: 0,
    timer: 0,

    init(this: Taken) {
      const { seconds, printed } = this.$root.dataset
      this.left = Number(seconds)
      this.endsAt = performance.now() + this.left * 1000
      this.timer = window.setInterval(() => this.tick(), 250)
      if (printed === 'yes') requestAnimationFrame(() => window.setTimeout(() => window.print()))
    },

    destroy(this: Taken) {
      window.clearInterval(this.timer)
    },

    more(this: Taken) {
      this.endsAt = performance.now() + Number(this.$root.dataset.seconds) * 1000
      this.tick()
    },

    tick(this: Taken) {
      this.left = Math.max(0, Math.ceil((this.endsAt - performance.now()) / 1000))
      if (this.left > 0) return
      window.clearInterval(this.timer)
      this.$dispatch('queue-gone')
    },
  }
}

export default (alpine: AlpineApi): void => {
  alpine.data('queueKiosk', queueKiosk)
  alpine.data('queueKeypad', queueKeypad)
  alpine.data('queueTaken', queueTaken)
}
