/** A colour in OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees. */
export interface Oklch {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

type Triple = readonly [number, number, number]

/** `#rrggbb` or `#rgb`; null for anything else. */
export function parseHex(text: string): Oklch | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]
  if (!digits) return null
  const pairs = digits.length === 6 ? digits.match(/../g)! : [...digits].map((d) => d + d)
  const [red, green, blue] = pairs.map((pair) => toLinear(parseInt(pair, 16) / 255))
  return toOklch([red, green, blue])
}

/** `#rrggbb`, with as much of the chroma as a screen can show. */
export function toHex(colour: Oklch): string {
  const channel = (value: number) => Math.round(toGamma(value) * 255)
  const hex = (value: number) => channel(value).toString(16).padStart(2, '0')
  return `#${toRgb(colour).map(hex).join('')}`
}

/** Contrast of two colours after WCAG 2: 1 (none) to 21 (black on white). */
export function contrast(one: Oklch, other: Oklch): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** As CSS `color-mix(in oklab, one share, other)`; share of the first colour 0–1. */
export function mix(one: Oklch, share: number, other: Oklch): Oklch {
  const [a, b] = [toLab(one), toLab(other)]
  return fromLab(a.map((value, index) => value * share + b[index] * (1 - share)) as never)
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = toRgb(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Linear sRGB, each channel 0–1; chroma is lowered until the colour exists on a screen. */
function toRgb(colour: Oklch): Triple {
  for (let chroma = colour.chroma; chroma > 0; chroma -= 0.002) {
    const rgb = labToRgb(toLab({ ...colour, chroma }))
    if (rgb.every((value) => value > -0.0005 && value < 1.0005)) return clip(rgb)
  }
  return clip(labToRgb([colour.lightness, 0, 0]))
}

const clip = (rgb: Triple): Triple => rgb.map((v) => Math.min(1, Math.max(0, v))) as never

const toLab = ({ lightness, chroma, hue }: Oklch): Triple => {
  const angle = (hue * Math.PI) / 180
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]
}

function fromLab([lightness, a, b]: Triple): Oklch {
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  return { lightness, chroma: Math.hypot(a, b), hue: (hue + 360) % 360 }
}

// The matrices are those of the CSS Color 4 specification.
function labToRgb([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function toOklch([red, green, blue]: Triple): Oklch {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return fromLab([
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ])
}

const toLinear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

const toGamma = (value: number) =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
