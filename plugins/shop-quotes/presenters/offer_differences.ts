import {
  versionDifferences,
  type Aspect,
  type Difference,
} from '#plugins/shop-quotes/domain/version_differences'
import { rateText, type OfferReader } from '#plugins/shop-quotes/presenters/offer'
import type { OfferLine } from '#plugins/shop-quotes/queries/offer_lines'

const KEY = 'shop-quotes.quotes.differences'

type Lines = readonly OfferLine[]

/** What differs from the version before, a sentence a line. */
export function presentDifferences(
  reader: OfferReader,
  currency: string,
  before: Lines,
  after: Lines
): string[] {
  return versionDifferences(before, after).flatMap((one) => sentencesOf(reader, currency, one))
}

function sentencesOf(reader: OfferReader, currency: string, one: Difference<OfferLine>): string[] {
  const { t } = reader
  if (one.kind === 'added') return [t(`${KEY}.added`, { line: one.after.description })]
  if (one.kind === 'gone') return [t(`${KEY}.gone`, { line: one.before.description })]
  return one.aspects.map((aspect) => {
    const written = (line: OfferLine) => valueOf(reader, currency, line, aspect)
    const [before, after] = [written(one.before), written(one.after)]
    const what = t(`${KEY}.aspects.${aspect}`)
    return t(`${KEY}.changed`, { line: one.before.description, what, before, after })
  })
}

function valueOf(reader: OfferReader, currency: string, line: OfferLine, aspect: Aspect): string {
  const { t, formats } = reader
  const price = formats.money(line.unitPriceMinor, currency)
  const words: Record<Aspect, () => string> = {
    description: () => line.description,
    quantity: () => formats.number(Number(line.quantity)),
    price: () => `${price} ${t(`shop-quotes.quotes.offer.basis.${line.basis}`)}`,
    discount: () => rateText(reader, line.discountBp),
    vat: () => line.exemption ?? rateText(reader, line.rateBp),
    optional: () => t(`${KEY}.${line.optional ? 'optional' : 'firm'}`),
  }
  return words[aspect]()
}
