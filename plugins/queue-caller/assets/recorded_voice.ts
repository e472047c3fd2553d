import type { Voice } from './announcer.js'

/** Addresses of the recordings; the server knows them (presenters/sound_files.ts). */
export interface SoundFiles {
  readonly chime: string
  readonly languages: Readonly<Record<string, { readonly sound: string; readonly index: string }>>
}

/** Where each clip lies in the sound of its language, in milliseconds. */
type Index = Record<string, [start: number, length: number]>
type Piece = { sound: AudioBuffer; start: number; seconds: number }

/** The rate of the recordings: decoded at 48 kHz, a language would take three times the memory. */
const SAMPLE_RATE = 16_000
const SLOWEST_LOAD_MS = 10_000
const SLOWEST_RESUME_MS = 1_000
const BREATH_S = 0.15

/** Speaks with the recorded clips. */
export class RecordedVoice implements Voice {
  readonly #files: SoundFiles
  readonly #sounds = new Map<string, Promise<AudioBuffer>>()
  readonly #indexes = new Map<string, Promise<Index>>()
  #context: AudioContext | null = null

  constructor(files: SoundFiles) {
    this.#files = files
  }

  get isUnlocked(): boolean {
    return this.#context?.state === 'running'
  }

  /** Begins to load everything, so that the first call is not late. */
  async unlock(): Promise<void> {
    this.#context ??= new AudioContext({ sampleRate: SAMPLE_RATE })
    const languages = Object.keys(this.#files.languages)
    const loading = languages.map((locale) => this.#language(this.#context!, locale))
    // What cannot be loaded now is loaded, and reported, when it is needed.
    void Promise.allSettled([this.#sound(this.#context, this.#files.chime), ...loading])
    await this.#context.resume()
  }

  async chime(): Promise<void> {
    const context = await this.#running()
    if (!context) return
    const sound = await this.#sound(context, this.#files.chime)
    await play(context, [{ sound, start: 0, seconds: sound.duration }])
  }

  async say(locale: string, clips: readonly string[]): Promise<void> {
    const context = await this.#running()
    if (!context) return
    const [sound, index] = await this.#language(context, locale)
    const pieces = clips
      .filter((name) => name in index)
      .map((name) => index[name].map((ms) => ms / 1000))
      .map(([start, seconds]) => ({ sound, start, seconds }))
    await play(context, pieces)
  }

  /** The context, resumed where the browser had suspended it; null while it may not play. */
  async #running(): Promise<AudioContext | null> {
    const context = this.#context
    if (context && context.state !== 'running') {
      await Promise.race([context.resume(), pause(SLOWEST_RESUME_MS)])
    }
    return this.isUnlocked ? context : null
  }

  #language(context: AudioContext, locale: string): Promise<[AudioBuffer, Index]> {
    const { sound, index } = this.#files.languages[locale]
    const loaded = once(this.#indexes, index, async () => (await load(index)).json())
    return Promise.all([this.#sound(context, sound), loaded])
  }

  #sound(context: AudioContext, address: string): Promise<AudioBuffer> {
    return once(this.#sounds, address, async () =>
      context.decodeAudioData(await (await load(address)).arrayBuffer())
    )
  }
}

/**
 * Plays pieces without a gap. Ends by the wall clock and then silences what is left: a context that
 * is suspended meanwhile stands still, and would go on with it in the middle of another call.
 */
async function play(context: AudioContext, pieces: readonly Piece[]): Promise<void> {
  let at = context.currentTime + BREATH_S
  const sources = pieces.map(({ sound, start, seconds }) => {
    const source = new AudioBufferSourceNode(context, { buffer: sound })
    source.connect(context.destination)
    source.start(at, start, seconds)
    at += seconds
    return source
  })
  await pause((at - context.currentTime + BREATH_S) * 1000)
  for (const source of sources) source.stop()
}

/** Keeps what was loaded; what failed is tried anew the next time. */
function once<T>(kept: Map<string, Promise<T>>, address: string, load: () => Promise<T>) {
  const known = kept.get(address)
  if (known) return known
  const loading = load()
  kept.set(address, loading)
  loading.catch(() => kept.delete(address))
  return loading
}

async function load(address: string): Promise<Response> {
  const response = await fetch(address, { signal: AbortSignal.timeout(SLOWEST_LOAD_MS) })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
