import type { AlpineApi, AlpineThis } from './alpine.js'
import { LiveConnection, type Frame, type Watcher } from './live_connection.js'

interface AjaxOptions {
  target: string
  focus: boolean
  headers: Record<string, string>
}

interface LiveThis extends AlpineThis {
  connected: boolean
  leave: () => void
  timer: number
  isFetching: boolean
  latest: number
  $ajax(address: string, options: AjaxOptions): Promise<unknown>
  receive(frame: Frame): Promise<void>
  renew(): Promise<void>
}

const RETRY_MS = 2_000

/** Tells the server that nobody asked for this: it must not keep an idle session alive. */
export const UNASKED = { 'X-Background': 'yes' }

const GATHER_MS = 30
/** An answer that takes longer is not waited for. */
const FORM_PATIENCE_MS = 5_000

let fetched = 0
let gathering: Promise<string> | null = null
let formSentAt = -Infinity

const isForm = ({ target }: Event) => target instanceof HTMLFormElement
window.addEventListener('ajax:send', (event) => {
  if (isForm(event)) formSentAt = performance.now()
})
window.addEventListener('ajax:sent', (event) => {
  if (isForm(event)) formSentAt = -Infinity
})

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

/**
 * A form on its way brings its parts itself. Overtaken by news it would stand there for a moment
 * more with its old key, and who presses again would be answered as the first time.
 */
async function formsAnswered(): Promise<void> {
  while (performance.now() - formSentAt < FORM_PATIENCE_MS) await pause(GATHER_MS)
}

async function gather(): Promise<string> {
  await pause(GATHER_MS)
  await formsAnswered()
  gathering = null
  return `${location.pathname}${location.search}#fetch-${++fetched}`
}

/**
 * Address of the page once more, for all whose news comes at this moment. alpine-ajax hands one
 * answer to all who ask for an address meanwhile, also one that was on its way before the news;
 * the fragment, which nobody sends, parts those that begin later.
 */
function freshPage(): Promise<string> {
  gathering ??= gather()
  return gathering
}

/**
 * The seq that each refreshed part shows. It outlives the part: one that replaces itself is a new
 * component, which must not take the state it was just fetched for as news.
 */
const shown = new Map<string, number>()

/** Closes the socket of a screen that staff revoked. */
const REVOKED = 4403

let shared: LiveConnection | null = null

/** One socket a page, however many parts of it are live. */
function connection(): LiveConnection {
  const address = new URL('/live', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  shared ??= new LiveConnection(
    address.href,
    (url) => new WebSocket(url),
    // What it showed is no longer its own: the page that comes now says so.
    (code) => code === REVOKED && location.reload()
  )
  return shared
}

/**
 * Follows a channel from a script: the callback gets every state. Returns how to stop.
 * @param refused is told when there will be none, e.g. since its plugin was switched off
 */
export function followLive(
  channel: string,
  callback: (state: unknown) => void,
  refused: () => void = () => {}
): () => void {
  return connection().follow(channel, (frame) => {
    if (frame.error === undefined) callback(frame.state)
    else refused()
  })
}

/** Is told now and on every change whether the connection stands. */
export const watchLive = (watcher: Watcher): (() => void) => connection().watch(watcher)

/**
 * A part of a page that is kept up to date:
 * `<div x-data="live" data-channel="…" data-refresh="ids of the parts">`.
 * Each news is the event `live` with the frame as detail; with `data-refresh` those parts of the
 * page are fetched again, with `data-every="20000"` also so many milliseconds after the last time,
 * for what grows old by itself. `connected` is false once what is shown may be out of date.
 */
function live(): object {
  return {
    connected: true,
    isFetching: false,
    latest: 0,
    leave: () => {},
    timer: 0,
    init(this: LiveThis) {
      const follower = connection()
      const unfollow = follower.follow(
        this.$el.dataset.channel ?? '',
        (frame) => void this.receive(frame)
      )
      const unwatch = follower.watch((connected) => (this.connected = connected))
      this.leave = () => {
        unfollow()
        unwatch()
      }
      const every = Number(this.$el.dataset.every)
      if (every > 0) this.timer = window.setInterval(() => void this.renew(), every)
    },
    destroy(this: LiveThis) {
      window.clearInterval(this.timer)
      this.leave()
    },
    /** Without an answer the part stays as it is until the next time. */
    async renew(this: LiveThis) {
      const { refresh } = this.$root.dataset
      if (!refresh || this.isFetching || document.hidden) return
      const options = { target: refresh, focus: false, headers: UNASKED }
      await this.$ajax(await freshPage(), options).catch(() => {})
    },
    async receive(this: LiveThis, frame: Frame) {
      this.$dispatch('live', frame)
      const { refresh, channel } = this.$root.dataset
      const part = `${channel} ${refresh}`
      if (!refresh || frame.error !== undefined || frame.seq <= (shown.get(part) ?? 0)) return
      this.latest = frame.seq
      if (this.isFetching) return
      this.isFetching = true
      // News that comes while we fetch is fetched after it, once; a failed fetch is repeated.
      while (this.latest > (shown.get(part) ?? 0) && this.$root.isConnected) {
        // A part that was just replaced hears of news while alpine-ajax still puts it in its place,
        // which would forget what is asked for it before that is done.
        const address = await freshPage()
        shown.set(part, this.latest)
        try {
          await this.$ajax(address, { target: refresh, focus: false, headers: UNASKED })
        } catch {
          shown.delete(part)
          await pause(RETRY_MS)
        }
      }
      this.isFetching = false
    },
  }
}

export default (alpine: AlpineApi) => alpine.data('live', live)
