import type { AlpineApi, AlpineThis } from './alpine.js'
import { LiveConnection, type Frame } from './live_connection.js'

interface LiveThis extends AlpineThis {
  connected: boolean
  leave: () => void
  isFetching: boolean
  isStale: boolean
  $ajax(address: string, options: { target: string; focus: boolean }): Promise<unknown>
  receive(frame: Frame): Promise<void>
}

const RETRY_MS = 2_000

let shared: LiveConnection | null = null

/** One socket a page, however many parts of it are live. */
function connection(): LiveConnection {
  const address = new URL('/live', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  shared ??= new LiveConnection(address.href, (url) => new WebSocket(url))
  return shared
}

/** Follows a channel from a script; the callback gets every state. Returns how to stop. */
export function followLive(
  channel: string,
  callback: (state: unknown, frame: Frame) => void
): () => void {
  return connection().follow(channel, (frame) => {
    if (frame.error === undefined) callback(frame.state, frame)
  })
}

/**
 * A part of a page that is kept up to date:
 * `<div x-data="live" data-channel="…" data-refresh="ids of the parts">`.
 * Each news is the event `live` with the frame as detail; with `data-refresh` those parts of the
 * page are fetched again. `connected` is false once what is shown may be out of date.
 */
function live(): object {
  return {
    connected: true,
    isFetching: false,
    isStale: false,
    leave: () => {},
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
    },
    destroy(this: LiveThis) {
      this.leave()
    },
    async receive(this: LiveThis, frame: Frame) {
      this.$dispatch('live', frame)
      const { refresh } = this.$root.dataset
      if (!refresh || frame.error !== undefined) return
      this.isStale = true
      if (this.isFetching) return
      this.isFetching = true
      // News that comes while we fetch is fetched after it, once; a failed fetch is repeated.
      while (this.isStale && this.$root.isConnected) {
        this.isStale = false
        try {
          await this.$ajax(location.href, { target: refresh, focus: false })
        } catch {
          this.isStale = true
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        }
      }
      this.isFetching = false
    },
  }
}

export default (alpine: AlpineApi) => alpine.data('live', live)
