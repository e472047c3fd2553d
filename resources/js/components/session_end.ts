import type { AlpineApi, AlpineThis } from '../alpine.js'

type Time = { left: number; most: number }
type State = 'running' | 'soon' | 'last' | 'over'

type SessionEnd = AlpineThis & {
  state: State
  isSoon: boolean
  isLast: boolean
  isOver: boolean
  title: string
  left: string
  failed: boolean
  waiting: boolean
  isAsking: boolean
  wasClosed: boolean
  endsAt: number
  timer: number
  channel: BroadcastChannel
  follow(time: Time): void
  tick(): Promise<void>
  show(state: State): Promise<void>
  enter(state: State): void
  close(): void
}

const WARNED_BEFORE = 120_000

/** The page's own count may be a minute late, so the server is asked a minute before it warns. */
const ASKED_BEFORE = WARNED_BEFORE + 60_000

/** Nothing of this is a use of the session; whether it can be used longer, the server knows. */
const UNASKED = { accept: 'application/json', 'X-Background': 'yes' }

const clockFace = (remaining: number): string => {
  const seconds = Math.max(0, Math.ceil(remaining / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`
}

/**
 * Warns two minutes before the session ends (WCAG 2.2.1). Every tab counts for itself and tells the
 * others when the session was used; before it warns it asks the server, which knows of all of them.
 */
function sessionEnd() {
  return {
    state: 'running' as State,
    isSoon: false,
    isLast: false,
    isOver: false,
    title: '',
    left: '',
    failed: false,
    waiting: false,
    isAsking: false,
    wasClosed: false,
    endsAt: 0,
    timer: 0,

    init(this: SessionEnd) {
      const { left, most } = this.$root.dataset
      this.channel = new BroadcastChannel('session')
      this.channel.addEventListener('message', ({ data }) => this.follow(data as Time))
      const time = { left: Number(left), most: Number(most) }
      this.follow(time)
      this.channel.postMessage(time)
      this.timer = window.setInterval(() => void this.tick(), 1000)
    },

    destroy(this: SessionEnd) {
      window.clearInterval(this.timer)
      this.channel.close()
    },

    follow(this: SessionEnd, { left, most }: Time) {
      this.endsAt = Date.now() + left
      this.left = clockFace(left)
      this.waiting = left <= ASKED_BEFORE
      this.failed = false
      if (left > WARNED_BEFORE) return this.close()
      void this.show(most - left > 1000 ? 'soon' : 'last')
    },

    async tick(this: SessionEnd) {
      const remaining = this.endsAt - Date.now()
      this.left = clockFace(remaining)
      if (this.isAsking || this.state === 'over') return
      const isDue = this.waiting ? remaining <= WARNED_BEFORE : remaining <= ASKED_BEFORE
      const isShown = this.state === 'soon' || this.state === 'last'
      if (!isDue || (isShown && remaining > 0)) return
      this.isAsking = true
      const answer = await fetch(this.$root.dataset.address!, { headers: UNASKED }).catch(
        () => null
      )
      this.isAsking = false
      if (answer?.ok) this.follow((await answer.json()) as Time)
      else if (answer?.status === 401 || remaining <= 0) void this.show('over')
      else this.waiting = true
    },

    async stay(this: SessionEnd) {
      const { address, token } = this.$root.dataset
      const headers = { accept: 'application/json' }
      const body = new URLSearchParams({ _csrf: token! })
      const answer = await fetch(address!, { method: 'POST', headers, body }).catch(() => null)
      if (answer?.status === 401) return void this.show('over')
      if (!answer?.ok) return void (this.failed = true)
      const time = (await answer.json()) as Time
      this.follow(time)
      this.channel.postMessage(time)
    },

    async show(this: SessionEnd, state: State) {
      const dialog = this.$root as HTMLDialogElement
      if (state !== this.state) this.wasClosed = false
      this.enter(state)
      // The buttons of this state must be there before one of them gets the focus.
      await this.$nextTick()
      if (!dialog.open && !this.wasClosed && this.state !== 'running') dialog.showModal()
    },

    enter(this: SessionEnd, state: State) {
      this.state = state
      this.isSoon = state === 'soon'
      this.isLast = state === 'last'
      this.isOver = state === 'over'
      this.title = this.$root.dataset[state] ?? this.title
    },

    /** The browser gives the focus back to where it was. */
    close(this: SessionEnd) {
      const dialog = this.$root as HTMLDialogElement
      this.enter('running')
      this.wasClosed = false
      if (dialog.open) dialog.close()
    },

    dismiss(this: SessionEnd) {
      this.wasClosed = true
      ;(this.$root as HTMLDialogElement).close()
    },
  }
}

export default (alpine: AlpineApi): void => alpine.data('sessionEnd', sessionEnd)
