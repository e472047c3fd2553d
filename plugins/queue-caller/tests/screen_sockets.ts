import { WebSocket } from 'ws'
import { channelName } from '#core/live'
import type { CallsNow } from '#plugins/queue-caller/domain/shown_calls'
import { CALLS_CHANNEL } from '#plugins/queue-caller/queries/calls_now'

type Frame = { channel?: string; state?: CallsNow; error?: string }

/** The socket of a screen that follows the calls of its location, as its page does. */
export class ScreenSocket {
  /** The last state it was told, and when. */
  state: CallsNow | null = null
  at = 0
  #heard: (() => void) | null = null

  private constructor(readonly socket: WebSocket) {
    socket.on('error', () => {})
    socket.on('message', (data) => this.#hear(JSON.parse(String(data)) as Frame))
  }

  /** `publicUrl`: under which people come; several servers share one. */
  static async open(
    url: string,
    { cookie, location, publicUrl }: { cookie: string; location: number; publicUrl: string }
  ): Promise<ScreenSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, {
      headers: { cookie, origin: publicUrl },
      perMessageDeflate: false,
    })
    const screen = new ScreenSocket(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve())
      socket.once('error', reject)
    })
    const told = screen.next()
    socket.send(JSON.stringify({ subscribe: channelName(CALLS_CHANNEL, { location }), seq: 0 }))
    await told
    return screen
  }

  /** Code of the newest call. */
  get newest(): string | undefined {
    return this.state?.calls[0]?.code
  }

  /** Resolves with the next state that it is told. */
  next(): Promise<void> {
    return new Promise((resolve) => (this.#heard = resolve))
  }

  close(): void {
    this.socket.terminate()
  }

  #hear({ state, error }: Frame): void {
    if (error) throw new Error(error)
    if (!state) return
    this.state = state
    this.at = performance.now()
    this.#heard?.()
    this.#heard = null
  }
}
