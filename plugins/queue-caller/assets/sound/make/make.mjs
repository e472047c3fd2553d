// Makes the sound files of the screen; see README.md beside it. No part of the product runs this.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chime, evened, joined, RATE, resampled, silence, trimmed } from './sound.mjs'
import { clipsToSay, WORDING } from './wording.mjs'

const SOUND = resolve(import.meta.dirname, '..')
const WORDS_A_MINUTE = 155
/** Speech needs less than the chime. */
const KILOBITS = { speech: 24, chime: 48 }

/**
 * The encoder moves all sound back by 69 ms; some decoders undo that, others do not. Silence of
 * more than that after a word keeps it whole, and its neighbours out of it, in either case.
 */
const BEFORE_MS = 5
const AFTER_MS = 75
/** The breath before "counter". */
const PAUSE_MS = 200

const packages = resolve(process.argv[2] ?? '.', 'node_modules')
const load = (path) => import(pathToFileURL(join(packages, path)).href)
const { default: startVoice } = await load('@echogarden/espeak-ng-emscripten/espeak-ng.js')
const { Mp3Encoder } = await load('@breezystack/lamejs/dist/lamejs.js')

const engine = await startVoice()
const voice = new engine.eSpeakNGWorker()
voice.set_rate(WORDS_A_MINUTE)

function spoken(text) {
  const parts = []
  voice.synthesize(text, (bytes) => {
    if (bytes) parts.push(Float32Array.from(new Int16Array(bytes), (value) => value / 32_768))
    return false
  })
  return evened(trimmed(resampled(joined(parts))))
}

function encoded(sound, kilobits) {
  const encoder = new Mp3Encoder(1, RATE, kilobits)
  const whole = Int16Array.from(sound, (value) => Math.round(value * 32_767))
  return Buffer.concat(
    [encoder.encodeBuffer(whole), encoder.flush()].map((part) => Buffer.from(part))
  )
}

function makeLanguage(locale, wording) {
  voice.set_voice(wording.voice)
  const index = {}
  const parts = []
  let at = 0
  for (const [name, text] of clipsToSay(wording)) {
    const pause = name === 'counter' ? PAUSE_MS : 0
    const clip = joined([silence(BEFORE_MS + pause), spoken(text), silence(AFTER_MS)])
    const ms = (clip.length / RATE) * 1000
    if (ms < 150 || ms > 2_500) throw new Error(`${locale} ${name} takes ${ms} ms`)
    index[name] = [Math.round(at), Math.round(ms)]
    parts.push(clip)
    at += ms
  }
  const mp3 = encoded(joined(parts), KILOBITS.speech)
  writeFileSync(join(SOUND, `${locale}.mp3`), mp3)
  writeFileSync(join(SOUND, `${locale}.json`), `${JSON.stringify(index)}\n`)
  console.log(`${locale}: ${parts.length} clips, ${Math.round(at / 1000)} s, ${mp3.length} bytes`)
}

for (const [locale, wording] of Object.entries(WORDING)) makeLanguage(locale, wording)
writeFileSync(join(SOUND, 'chime.mp3'), encoded(chime(), KILOBITS.chime))
