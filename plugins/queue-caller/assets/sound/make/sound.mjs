/** Samples a second of the files: the encoder takes 24 kbit/s at no higher rate. */
export const RATE = 16_000
/** Samples a second of the voice. */
const VOICE_RATE = 22_050

const samples = (ms) => Math.round((ms * RATE) / 1000)
const rootMeanSquare = (sound) =>
  Math.sqrt(sound.reduce((sum, value) => sum + value * value, 0) / sound.length)
const peakOf = (sound) => sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

export const silence = (ms) => new Float32Array(samples(ms))

/** @param {Float32Array[]} parts */
export function joined(parts) {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0)
  return whole
}

/** The voice at the rate of the files, without the tones that rate cannot hold (windowed sinc). */
export function resampled(voice) {
  const step = VOICE_RATE / RATE
  const reach = 40
  return new Float32Array(Math.floor(voice.length / step)).map((_, at) => {
    const centre = at * step
    let [sum, weights] = [0, 0]
    for (let n = Math.ceil(centre - reach); n <= centre + reach; n++) {
      const angle = (Math.PI * (n - centre) * 0.94) / step
      const window = 0.5 + 0.5 * Math.cos((Math.PI * (n - centre)) / reach)
      const weight = (angle === 0 ? 1 : Math.sin(angle) / angle) * window
      sum += weight * (voice[n] ?? 0)
      weights += weight
    }
    return sum / weights
  })
}

/** Without the silence around it; 10 ms are left so that no soft consonant is cut. */
export function trimmed(sound) {
  const audible = peakOf(sound) * 0.01
  const first = sound.findIndex((value) => Math.abs(value) > audible)
  const last = sound.findLastIndex((value) => Math.abs(value) > audible)
  if (first < 0) throw new Error('There is no sound in it')
  return sound.slice(Math.max(0, first - samples(10)), last + samples(10))
}

/** All clips equally loud, none distorted; the edges are faded, so that nothing clicks. */
export function evened(sound) {
  const gain = Math.min(0.14 / rootMeanSquare(sound), 0.9 / peakOf(sound))
  const edge = samples(5)
  return sound.map((value, at) => {
    const fade = Math.min(1, at / edge, (sound.length - 1 - at) / edge)
    return value * gain * fade
  })
}

/** Two tones of a gong, the lower one second: each a fundamental and overtones that die sooner. */
export function chime() {
  const sound = silence(1_250)
  strike(sound, { at: 0, hertz: 659.26 })
  strike(sound, { at: 420, hertz: 523.25 })
  const fadeOut = samples(150)
  const end = sound.length
  const faded = sound.map((value, at) => value * Math.min(1, (end - at) / fadeOut))
  const gain = 0.7 / peakOf(faded)
  return faded.map((value) => value * gain)
}

/** @type {[multiple: number, strength: number, seconds: number][]} */
const OVERTONES = [
  [1, 1, 0.45],
  [2, 0.35, 0.25],
  [3, 0.12, 0.15],
  [4.2, 0.06, 0.08],
]

function strike(sound, { at, hertz }) {
  const start = samples(at)
  const rise = samples(8)
  for (let n = start; n < sound.length; n++) {
    const seconds = (n - start) / RATE
    for (const [multiple, strength, decay] of OVERTONES) {
      const wave = Math.sin(2 * Math.PI * hertz * multiple * seconds)
      sound[n] += wave * strength * Math.exp(-seconds / decay) * Math.min(1, (n - start) / rise)
    }
  }
}
