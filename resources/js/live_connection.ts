/** A message of the server: the state of a channel, or why there will be none. */
export type Frame = {
  channel: string
  seq: number
  /** The whole truth, or null where the page fetches it. */
  state?: unknown
  error?: 'unknown' | 'refused'
}

type Follower = (frame: Frame) => void
/** Hears whether the connection stands, and how long ago the last word came over it. */
export type Watcher = (connected: boolean, silentForMs: number) => void

/** What we use of a WebSocket; tests give their own. */
export type Socket = Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>

type Channel = { followers: Set<Follower>; seq: number; last: Frame | null }

/** The server beats every 15 s: longer silence is a lost connection, shown within 20 s. */
const SILENCE_MS = 18_000
/** A connection that comes back at once is not worth a warning. */
const GRACE_MS = 4_000
const SHORTEST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
/** The session has ended, or the screen is no longer one of the house: coming back would not help. */
const ENDED = [4401, 4403]
/** A part that is replaced leaves and comes back at once: that is no reason to ask again. */
const LINGER_MS = 1_000

/** A socket that comes back by itself and then asks again for everything it follows. */
export class LiveConnection {
  readonly #channels = new Map<string, Channel>()
  readonly #watchers = new Set<Watcher>()
  readonly #address: string
  readonly #open: (address: string) => Socket
  readonly #ended: (code: number) => void
  #socket: Socket | null = null
  #isOpen = false
  #isConnected = true
  #heardAt = performance.now()
  #failures = 0
  #silence: ReturnType<typeof setTimeout> | undefined
  #grace: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined

  /** @param ended is told with which code the server has ended it for good */
  constructor(
    address: string,
    open: (address: string) => Socket,
    ended: (code: number) => void = () => {}
  ) {
    this.#address = address
    this.#open = open
    this.#ended = ended
    // A laptop that wakes up or finds its network again does not wait for the next attempt.
    globalThis.addEventListener?.('online', () => this.#hurry())
  }

  /** Follows a channel; a second follower of one channel hears the latest frame at once. */
  follow(name: string, follower: Follower): () => void {
    const channel = this.#channels.get(name) ?? { followers: new Set(), seq: 0, last: null }
    if (!this.#channels.has(name)) {
      this.#channels.set(name, channel)
      if (this.#isOpen) this.#ask(name, channel)
    } else if (channel.last) follower(channel.last)
    channel.followers.add(follower)
    if (!this.#socket && this.#retry === undefined) this.#connect()
    return () => this.#unfollow(name, follower)
  }

  /** Is told now and on every change whether the connection stands. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher)
    watcher(this.#isConnected, this.#silentFor())
    return () => this.#watchers.delete(watcher)
  }

  #unfollow(name: string, follower: Follower): void {
    const channel = this.#channels.get(name)
    channel?.followers.delete(follower)
    if (channel?.followers.size === 0) setTimeout(() => this.#forget(name), LINGER_MS)
  }

  #forget(name: string): void {
    if (this.#channels.get(name)?.followers.size !== 0) return
    this.#channels.delete(name)
    if (this.#isOpen) this.#socket?.send(JSON.stringify({ unsubscribe: name }))
  }

  #connect(): void {
    this.#retry = undefined
    const socket = this.#open(this.#address)
    this.#socket = socket
    socket.onopen = () => {
      this.#isOpen = true
      for (const [name, channel] of this.#channels) this.#ask(name, channel)
      this.#heard()
    }
    socket.onmessage = ({ data }) => this.#receive(String(data))
    socket.onclose = ({ code }) => this.#lost(socket, code)
    this.#waitForWord(socket)
  }

  #ask(name: string, { seq }: Channel): void {
    this.#socket?.send(JSON.stringify({ subscribe: name, seq }))
  }

  #receive(text: string): void {
    this.#failures = 0
    this.#heard()
    const frame = JSON.parse(text) as Frame & { beat?: true }
    if (frame.beat) return
    const channel = this.#channels.get(frame.channel)
    if (!channel) return
    channel.seq = Math.max(channel.seq, frame.seq ?? 0)
    channel.last = frame
    for (const follower of channel.followers) follower(frame)
  }

  #heard(): void {
    this.#heardAt = performance.now()
    clearTimeout(this.#grace)
    this.#grace = undefined
    this.#tell(true)
    if (this.#socket) this.#waitForWord(this.#socket)
  }

  /** Neither a beat nor an opening for too long: the other side is gone without a word. */
  #waitForWord(socket: Socket): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => {
      this.#tell(false)
      socket.close()
      this.#lost(socket, 1006)
    }, SILENCE_MS)
  }

  #lost(socket: Socket, code: number): void {
    if (socket !== this.#socket) return
    clearTimeout(this.#silence)
    this.#socket = null
    this.#isOpen = false
    if (ENDED.includes(code)) {
      this.#tell(false)
      return this.#ended(code)
    }
    this.#grace ??= setTimeout(() => this.#tell(false), GRACE_MS)
    this.#retry = setTimeout(() => this.#connect(), this.#pause())
  }

  /** From half a second, doubled up to 10 s; jitter keeps a full waiting room from one stampede. */
  #pause(): number {
    const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** ++this.#failures)
    return SHORTEST_PAUSE_MS + Math.random() * (longest - SHORTEST_PAUSE_MS)
  }

  #hurry(): void {
    if (this.#retry === undefined) return
    clearTimeout(this.#retry)
    this.#connect()
  }

  #tell(connected: boolean): void {
    if (connected === this.#isConnected) return
    this.#isConnected = connected
    for (const watcher of this.#watchers) watcher(connected, this.#silentFor())
  }

  #silentFor(): number {
    return performance.now() - this.#heardAt
  }
}
