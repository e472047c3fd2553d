import type { RawData, WebSocket } from 'ws'
import logger from '@adonisjs/core/services/logger'
import type { User } from '#core/accounts'
import type { Device } from '#core/devices'
import { clock, errorRecord } from '#core/platform'
import { readChannelName } from '#app/live/domain/channel_name'
import { newBudget, spend } from '#app/live/domain/message_budget'
import { readInbound } from '#app/live/domain/inbound'
import { hub } from '#app/live/live'
import type { Visitor } from '#app/live/identity'

const MOST_CHANNELS = 20
const MESSAGES_PER_MINUTE = 100
const MOST_BUFFERED = 256 * 1024

export const CLOSE = {
  binary: 1003,
  refused: 1008,
  restart: 1012,
  signedOut: 4401,
  revoked: 4403,
} as const

/** One open page: what it follows and what it may still say. */
export class LiveSocket {
  sessionId: string | null
  user: User | null
  device: Device | null
  isAlive = true
  readonly #channels = new Set<string>()
  readonly #budget = newBudget()

  constructor(
    private readonly socket: WebSocket,
    visitor: Visitor,
    /** Its place in the round of the heartbeat. */
    readonly turn: number
  ) {
    this.user = visitor.user
    this.device = visitor.device
    this.sessionId = visitor.sessionId
    socket.on('message', (raw, isBinary) => void this.#hear(raw, isBinary))
    socket.on('pong', () => (this.isAlive = true))
    socket.on('error', (error) =>
      logger.debug({ error: errorRecord(error) }, 'A live socket failed')
    )
    socket.on('close', () => this.#leave())
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  /** A page that does not read is cut off before it fills our memory. */
  send(text: string): void {
    if (!this.isOpen) return
    if (this.socket.bufferedAmount > MOST_BUFFERED) this.socket.terminate()
    else this.socket.send(text)
  }

  /** Both a protocol ping, which the browser answers, and a word that its script can see. */
  beat(): void {
    if (!this.isAlive) return this.socket.terminate()
    this.isAlive = false
    this.socket.ping()
    this.send('{"beat":true}')
  }

  close(code: number): void {
    this.socket.close(code)
  }

  terminate(): void {
    this.socket.terminate()
  }

  /** Drops what a changed role no longer allows. */
  async reconsider(): Promise<void> {
    for (const channel of this.#channels) {
      if (await hub.mayStillFollow(this, channel)) continue
      this.#drop(channel)
      this.send(JSON.stringify({ channel, error: 'refused' }))
    }
  }

  async #hear(raw: RawData, isBinary: boolean): Promise<void> {
    if (isBinary) return this.close(CLOSE.binary)
    const isAllowed = spend(this.#budget, clock.now(), MESSAGES_PER_MINUTE)
    const message = isAllowed ? readInbound(raw.toString()) : null
    if (!message) return this.close(CLOSE.refused)
    if (message.kind === 'unsubscribe') {
      return this.#drop(readChannelName(message.channel)?.name ?? '')
    }
    if (this.#channels.size >= MOST_CHANNELS) return this.close(CLOSE.refused)
    await this.#follow(message.channel, message.seq)
  }

  async #follow(channel: string, seq: number): Promise<void> {
    try {
      const outcome = await hub.subscribe(this, channel, seq)
      if (!outcome.ok) return this.send(JSON.stringify({ channel, error: outcome.reason }))
      this.#channels.add(outcome.name)
      // It may have closed while we asked whether it may follow.
      if (!this.isOpen) this.#leave()
    } catch (error) {
      logger.error({ error: errorRecord(error), channel }, 'A subscription failed')
      this.send(JSON.stringify({ channel, error: 'unknown' }))
    }
  }

  #drop(channel: string): void {
    hub.unsubscribe(this, channel)
    this.#channels.delete(channel)
  }

  #leave(): void {
    for (const channel of this.#channels) this.#drop(channel)
  }
}
