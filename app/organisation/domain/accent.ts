import { contrast, mix, parseHex, toHex, type Oklch } from './colour.js'

/** Grounds on which the accent stands as text, and the text that stands on it; as in tokens.css. */
export interface Theme {
  readonly paper: Oklch
  readonly sunken: Oklch
  readonly surface: Oklch
  readonly onAccent: Oklch
}

export const LIGHT: Theme = {
  paper: { lightness: 0.98, chroma: 0.008, hue: 85 },
  sunken: { lightness: 0.956, chroma: 0.01, hue: 85 },
  surface: { lightness: 0.996, chroma: 0.003, hue: 85 },
  onAccent: { lightness: 0.996, chroma: 0.003, hue: 85 },
}

export const DARK: Theme = {
  paper: { lightness: 0.18, chroma: 0.012, hue: 170 },
  sunken: { lightness: 0.155, chroma: 0.011, hue: 170 },
  surface: { lightness: 0.22, chroma: 0.013, hue: 170 },
  onAccent: { lightness: 0.18, chroma: 0.012, hue: 170 },
}

/** Share of the accent in its own pale ground (`--accent-wash`). */
export const WASH = 0.09

/** 4.5:1, and a little for the rounding to eight bits. */
const TEXT = 4.55
const STEP = 0.005

/**
 * The operator's colour with its lightness shifted, as little as possible, until it can be read
 * on every ground of the theme and the words of a button can be read on it.
 */
export function readableAccent(accent: Oklch, theme: Theme): Oklch {
  const direction = theme === LIGHT ? -STEP : STEP
  let lightness = accent.lightness
  while (!isReadable({ ...accent, lightness }, theme) && Math.abs(lightness - 0.5) <= 0.51) {
    lightness += direction
  }
  return { ...accent, lightness: Math.min(1, Math.max(0, lightness)) }
}

/** Body of /brand.css. Empty for the product's own petrol and for what is not a colour. */
export function brandStylesheet(accent: string | null): string {
  const colour = accent === null ? null : parseHex(accent)
  if (!colour) return ''
  const light = toHex(readableAccent(colour, LIGHT))
  const dark = toHex(readableAccent(colour, DARK))
  return `:root {\n  --brand-light: ${light};\n  --brand-dark: ${dark};\n}\n`
}

function isReadable(accent: Oklch, { paper, sunken, surface, onAccent }: Theme): boolean {
  const grounds = [paper, sunken, surface, mix(accent, WASH, paper), onAccent]
  return grounds.every((ground) => contrast(accent, ground) >= TEXT)
}
