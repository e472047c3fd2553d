/** What is asked of a line before it is laid beside another one. */
export interface CartedLine {
  readonly serviceId: number
  readonly formVersionId: number | null
  readonly answers: Readonly<Record<string, unknown>> | null
  readonly quantity: number
  /** At most so many of its service. */
  readonly most: number
}

export interface MergedLine<Line> {
  line: Line
  quantity: number
  /** Lines that are one with it: they go when the carts are joined. */
  absorbed: Line[]
}

/**
 * docs/domain/orders-and-quotes.md, "Carts": those of the account, and what a visitor brings. The
 * same service with the same answers adds its quantity, up to the most; other lines are appended.
 */
export function mergedLines<Line extends CartedLine>(
  own: readonly Line[],
  brought: readonly Line[]
): MergedLine<Line>[] {
  const merged = own.map((line) => whole(line))
  for (const line of brought) {
    const same = merged.find((one) => isSame(one.line, line))
    if (!same) {
      merged.push(whole(line))
      continue
    }
    const sum = Math.min(same.quantity + line.quantity, line.most)
    same.quantity = Math.max(same.quantity, sum)
    same.absorbed.push(line)
  }
  return merged
}

const whole = <Line extends CartedLine>(line: Line): MergedLine<Line> => ({
  ...{ line, quantity: line.quantity, absorbed: [] },
})

/** Files are named in answers, so two lines with files are never the same. */
export const isSame = (one: CartedLine, other: CartedLine): boolean =>
  one.serviceId === other.serviceId &&
  one.formVersionId === other.formVersionId &&
  inOrder(one.answers ?? {}) === inOrder(other.answers ?? {})

/** JSON with the keys in one order; what was left open counts as not asked. */
export function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const pairs = Object.entries(value)
    .filter(([, own]) => own !== null && own !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, own]) => `${JSON.stringify(key)}:${inOrder(own)}`).join(',')}}`
}
