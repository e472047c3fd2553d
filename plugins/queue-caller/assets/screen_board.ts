import { callsOf, shownCalls, type CallsNow, type ScreenSetup } from '../domain/shown_calls.js'
import { languageAt } from '../domain/turn_of_languages.js'
import { announcementKey, unheardCalls } from '../domain/unheard_calls.js'
import { Announcer } from './announcer.js'
import { beat, paintCalls, paintLanguage, paintTime } from './paint.js'
import { RecordedVoice, type SoundFiles } from './recorded_voice.js'
import { ServerTime } from './server_time.js'

/** What the server hands over with the first paint. */
export interface LiveScreen {
  readonly screenId: number
  readonly setup: ScreenSetup
  readonly calls: CallsNow
  readonly languages: readonly string[]
  readonly zone: string
  readonly channel: string
  /** Null: this screen makes no sound. */
  readonly sounds: SoundFiles | null
}

/** What stands on the screen, as long as it stands there. */
export class ScreenBoard {
  readonly announcer: Announcer | null
  readonly #time = new ServerTime()
  readonly #screen: LiveScreen
  readonly #clock: Intl.DateTimeFormat
  #calls: CallsNow
  #heard: Set<string>
  #isKnown = true

  constructor(screen: LiveScreen) {
    this.#screen = screen
    this.#calls = screen.calls
    this.#time.learn(screen.calls.now)
    this.announcer = screen.sounds && new Announcer(new RecordedVoice(screen.sounds))
    // What was called before the screen was switched on is no news.
    this.#heard = new Set(screen.calls.calls.map(announcementKey))
    this.#clock = new Intl.DateTimeFormat('en-GB', {
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      timeZone: screen.zone,
    })
  }

  /** The truth has come; false when the screen is set up to show something else now. */
  learn(calls: CallsNow): boolean {
    const { screenId, calls: first } = this.#screen
    this.#calls = calls
    this.#time.learn(calls.now)
    this.#isKnown = true
    this.#announce()
    this.paint()
    return calls.setups[screenId] === first.setups[screenId]
  }

  /** The truth was last known so long ago. */
  lose(silentForMs: number): void {
    this.#isKnown = false
    const { body } = document
    paintTime(body, 'as-of', this.#clock.format(this.#time.now() - silentForMs))
    this.paint()
  }

  paint(): void {
    const { body } = document
    const { setup, languages } = this.#screen
    const at = this.#time.now()
    paintCalls(body, shownCalls(this.#calls, setup, { at, isKnown: this.#isKnown }))
    paintLanguage(body, languageAt(languages, at))
    paintTime(body, 'clock', this.#clock.format(at))
    body.dataset.known = this.#isKnown ? 'yes' : 'no'
  }

  #announce(): void {
    const { setup, languages } = this.#screen
    const at = this.#time.now()
    const calls = callsOf(this.#calls, setup, at)
    const unheard = unheardCalls(calls, this.#heard, at)
    this.#heard = new Set(this.#calls.calls.map(announcementKey))
    for (const call of unheard) this.announcer?.announce(call, languages)
    if (unheard.length > 0) beat(document.body)
  }
}
