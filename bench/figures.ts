/** One measured value against what it must reach. */
export type Figure = {
  goal: number
  what: string
  /** The median over all rounds. */
  value: number
  unit: string
  /** What is part of being done, and where we go next; without them it is only told. */
  first?: number
  bar?: number
  /** For throughput: more is better. */
  atLeast?: boolean
  /** Reported beside it, never gated. */
  beside?: string
}

export type Goal = {
  id: number
  title: string
  /** Runs so many interleaved rounds of floor and product. */
  measure(rounds: number): Promise<Figure[]>
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** By nearest rank: the smallest value that so large a share of all do not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

/** Now, in milliseconds that processes of one machine agree on. */
export const moment = (): number => performance.timeOrigin + performance.now()

export const reaches = ({ value, first, atLeast }: Figure): boolean =>
  first === undefined || (atLeast ? value >= first : value <= first)

/** Three digits, as many as a figure of a shared machine deserves. */
const rounded = (value: number): string => String(Number(value.toPrecision(3)))

/** The figures as a Markdown table. */
export function figuresTable(figures: Figure[]): string {
  const rows = figures.map((figure) => {
    const sign = figure.atLeast ? '≥' : '≤'
    const wanted = [figure.first, figure.bar].map((limit) => (limit ? `${sign} ${limit}` : ''))
    const result = figure.first === undefined ? '' : reaches(figure) ? 'reached' : '**missed**'
    const cells = [figure.goal, figure.what, `${rounded(figure.value)} ${figure.unit}`]
    return `| ${[...cells, ...wanted, result, figure.beside ?? ''].join(' | ')} |`
  })
  return [
    '| goal | figure | measured | first | bar | first is | beside it |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
