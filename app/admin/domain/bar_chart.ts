/** One bar: its value and whether it is the one that is looked at first, e.g. today. */
export type Bar = { value: number; current?: boolean }

/** In units of the drawing, which scales with its page. */
export type DrawnBar = { x: number; y: number; width: number; height: number; middle: number }
export type BarChart = { width: number; height: number; base: number; bars: DrawnBar[] }

const HEIGHT = 170
const TOP = 22
const BASE = 140
const SLOT = 72
/** Share of its slot that a bar takes. */
const FILLED = 5 / 9
/** A bar of a few among many is still seen. */
const LEAST = 2

/**
 * Columns side by side, the highest as high as there is room; values are at least 0.
 *
 * @param slot room of one bar and its words; less where there are many and their words are short
 */
export function barChart(bars: readonly Bar[], slot = SLOT): BarChart {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const drawn = bars.map(({ value }, index) => {
    const height = value === 0 ? 0 : Math.max(LEAST, ((BASE - TOP) * value) / highest)
    const middle = index * slot + slot / 2
    return {
      x: rounded(middle - (slot * FILLED) / 2),
      y: rounded(BASE - height),
      width: rounded(slot * FILLED),
      height: rounded(height),
      middle,
    }
  })
  return { width: bars.length * slot, height: HEIGHT, base: BASE, bars: drawn }
}

const rounded = (value: number) => Math.round(value * 10) / 10
