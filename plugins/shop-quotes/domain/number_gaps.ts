import { documentNumber, SERIES, type Series } from '#plugins/shop-quotes/domain/document_number'

/** What is there of a series and year, as the database counts it. */
export type Counted = { series: Series; year: number; first: number; last: number; count: number }

/** From the first to the last that is missing in a row. */
export type Gap = { series: Series; year: number; from: number; to: number }

export type NumberRow = Counted & { missing: Gap[] }

/** Numbers that were drawn, by series and year: `R:2026` → 42. */
export type Drawn = ReadonlyMap<string, number>

const keyOf = ({ series, year }: { series: string; year: number }) => `${series}:${year}`

/**
 * Every series and year with what is missing: between its numbers, before the first, and after the
 * last up to what was drawn. Sorted as they are read: the newest year first.
 */
export function numberRows(
  counted: readonly Counted[],
  { gaps, drawn }: { gaps: readonly Gap[]; drawn: Drawn }
): NumberRow[] {
  const known = new Map(counted.map((row) => [keyOf(row), row]))
  const rows = [...known.values(), ...vanished(drawn, known)]
  return rows
    .map((row) => ({ ...row, missing: [...missingIn(row, gaps), ...after(row, drawn)] }))
    .sort((one, other) => other.year - one.year || order(one.series) - order(other.series))
}

const order = (series: Series) => SERIES.indexOf(series)

const missingIn = (row: Counted, gaps: readonly Gap[]) =>
  gaps.filter((gap) => keyOf(gap) === keyOf(row))

function after(row: Counted, drawn: Drawn): Gap[] {
  const { series, year, last } = row
  const to = drawn.get(keyOf(row)) ?? last
  return to > last ? [{ series, year, from: last + 1, to }] : []
}

/** Numbers were drawn and not one of them is there. */
function vanished(drawn: Drawn, known: ReadonlyMap<string, Counted>): Counted[] {
  return [...drawn.keys()]
    .filter((key) => !known.has(key))
    .map((key) => {
      const [series, year] = key.split(':')
      return { series: series as Series, year: Number(year), first: 0, last: 0, count: 0 }
    })
}

/** `R-2026-00042`, or `R-2026-00042 – R-2026-00044`. */
export function gapText({ series, year, from, to }: Gap): string {
  const ends = from === to ? [from] : [from, to]
  return ends.map((nth) => documentNumber(series, year, nth)).join(' – ')
}
