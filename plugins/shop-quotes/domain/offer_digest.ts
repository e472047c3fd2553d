/** Everything of a version that the customer reads and agrees to. */
export interface Offer {
  readonly number: string
  readonly version: number
  readonly intro: string | null
  readonly conditions: string | null
  readonly lastDay: string
  readonly currency: string
  readonly wholeDiscountBp: number
  readonly lines: readonly OfferedLine[]
}

export interface OfferedLine {
  readonly description: string
  readonly quantity: string
  readonly unitPriceMinor: number
  readonly basis: string
  readonly discountBp: number
  readonly taxClass: string
  readonly rateBp: number
  readonly exemption?: string | null
  readonly optional: boolean
}

/** The text whose SHA-256 is the digest of a version: the same offer is always the same text. */
export function offerText(offer: Offer): string {
  const { number, version, intro, conditions, lastDay, currency, wholeDiscountBp } = offer
  const lines = offer.lines.map((line) => [
    ...[line.description, line.quantity, line.unitPriceMinor, line.basis, line.discountBp],
    ...[line.taxClass, line.rateBp, line.exemption ?? null, line.optional],
  ])
  const head = [number, version, intro, conditions, lastDay, currency, wholeDiscountBp]
  return JSON.stringify([...head, lines])
}
