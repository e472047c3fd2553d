import { clipsOf, type CalledTicket } from '../domain/announcement.js'

/** What can be heard. Each promise ends with its sound, at once where none is possible. */
export interface Voice {
  /** False until a person has allowed sound by a click, and while the browser withholds it. */
  readonly isUnlocked: boolean
  unlock(): Promise<void>
  chime(): Promise<void>
  say(locale: string, clips: readonly string[]): Promise<void>
}

interface Announcement {
  readonly since: number
  readonly play: () => Promise<void>
}

/** What was called longer ago than this is no news: a screen that slept does not make up for it. */
const STALE_MS = 60_000
/** Longer than a file may load and a sentence lasts: no sound holds up the calls after it. */
const LONGEST_MS = 30_000

/** Announces called tickets one after the other, never two at once. */
export class Announcer {
  readonly #voice: Voice
  readonly #now: () => number
  readonly #waiting: Announcement[] = []
  #isSpeaking = false

  constructor(voice: Voice, now: () => number = Date.now) {
    this.#voice = voice
    this.#now = now
  }

  get isUnlocked(): boolean {
    return this.#voice.isUnlocked
  }

  /** Browsers allow sound only in answer to a click or key: call it in that event. */
  async unlock(): Promise<void> {
    await withinTime(this.#voice.unlock())
  }

  /** The chime, then the call in each of the languages, after all calls before it. */
  announce(ticket: CalledTicket, locales: readonly string[]): void {
    const clips = clipsOf(ticket)
    this.#enqueue(async () => {
      await withinTime(this.#voice.chime())
      for (const locale of locales) await withinTime(this.#voice.say(locale, clips))
    })
  }

  /** The chime alone, for the person who sets up the screen. */
  testTone(): void {
    this.#enqueue(() => withinTime(this.#voice.chime()))
  }

  #enqueue(play: () => Promise<void>): void {
    this.#waiting.push({ since: this.#now(), play })
    if (!this.#isSpeaking) void this.#speak()
  }

  async #speak(): Promise<void> {
    this.#isSpeaking = true
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (this.#now() - next.since <= STALE_MS) await next.play()
    }
    this.#isSpeaking = false
  }
}

/** Ends with the sound, with its failure or when it takes too long: the screen shows every call. */
async function withinTime(sound: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_MS)))
  await Promise.race([sound, tooLong]).catch((error) => console.warn('No sound:', error))
  clearTimeout(timer)
}
