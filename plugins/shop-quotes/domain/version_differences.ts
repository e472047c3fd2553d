/** What counts of a line when two versions of an offer are compared. */
export interface ComparedLine {
  readonly wishId: number | null
  readonly serviceId: number | null
  readonly description: string
  readonly quantity: string
  readonly unitPriceMinor: number
  readonly basis: string
  readonly discountBp: number
  readonly taxClass: string
  readonly rateBp: number
  readonly optional: boolean
}

const ASPECTS = {
  description: (line: ComparedLine) => line.description,
  quantity: (line: ComparedLine) => line.quantity,
  price: (line: ComparedLine) => `${line.unitPriceMinor} ${line.basis}`,
  discount: (line: ComparedLine) => String(line.discountBp),
  vat: (line: ComparedLine) => `${line.taxClass} ${line.rateBp}`,
  optional: (line: ComparedLine) => String(line.optional),
}
export type Aspect = keyof typeof ASPECTS

export type Difference<Line extends ComparedLine> =
  | { kind: 'added'; after: Line }
  | { kind: 'gone'; before: Line }
  | { kind: 'changed'; before: Line; after: Line; aspects: Aspect[] }

/**
 * What differs between two versions, line by line: in the order of the later one, what is gone at
 * the end. A line answers that with the same words, else that for the same wish or service.
 */
export function versionDifferences<Line extends ComparedLine>(
  before: readonly Line[],
  after: readonly Line[]
): Difference<Line>[] {
  const partners = partnersOf(before, after)
  const later = after.flatMap((line): Difference<Line>[] => {
    const earlier = partners.get(line)
    if (!earlier) return [{ kind: 'added', after: line }]
    const aspects = aspectsOf(earlier, line)
    return aspects.length > 0 ? [{ kind: 'changed', before: earlier, after: line, aspects }] : []
  })
  const kept = new Set(partners.values())
  const gone = before.filter((line) => !kept.has(line))
  return [...later, ...gone.map((line) => ({ kind: 'gone' as const, before: line }))]
}

type Same = (one: ComparedLine, other: ComparedLine) => boolean

const SAME: Same[] = [
  (one, other) => one.description === other.description,
  (one, other) => one.wishId !== null && one.wishId === other.wishId,
  (one, other) => one.serviceId !== null && one.serviceId === other.serviceId,
]

/** Each line of the later version with the one of the earlier that it answers. */
function partnersOf<Line extends ComparedLine>(before: readonly Line[], after: readonly Line[]) {
  const partners = new Map<Line, Line>()
  const free = new Set(before)
  for (const isSame of SAME) {
    for (const line of after) {
      if (partners.has(line)) continue
      const found = [...free].find((one) => isSame(one, line))
      if (!found) continue
      partners.set(line, found)
      free.delete(found)
    }
  }
  return partners
}

const aspectsOf = (one: ComparedLine, other: ComparedLine): Aspect[] =>
  (Object.keys(ASPECTS) as Aspect[]).filter((name) => ASPECTS[name](one) !== ASPECTS[name](other))
