import type { Formats } from '#core/organisation'
import { pricedOffer } from '#plugins/shop-quotes/domain/offer_totals'
import type { Totals } from '#plugins/shop-quotes/domain/totals'
import type { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import type { OfferLine } from '#plugins/shop-quotes/queries/offer_lines'

/** Who reads an offer: a customer, staff who look at it as one, or a paper. */
export type OfferReader = {
  t: (key: string, values?: Record<string, unknown>) => string
  formats: Formats
}

/** A version that was sent, or one that is being written. */
export type ShownOffer = {
  version: Pick<
    QuoteVersion,
    'intro' | 'conditions' | 'lastDay' | 'number' | 'wholeDiscountBp' | 'currency'
  >
  lines: readonly OfferLine[]
}

const KEY = 'shop-quotes.quotes.offer'

/** An offer as customers read it, with what it comes to with the chosen optional lines. */
export function presentOffer(
  reader: OfferReader,
  { version, lines }: ShownOffer,
  chosen: readonly string[] = []
) {
  const { intro, conditions, lastDay, number, wholeDiscountBp } = version
  const { totals } = pricedOffer(lines, wholeDiscountBp, chosen)
  return {
    ...{ number, intro, conditions },
    until: reader.formats.dayDate(lastDay),
    lines: lines.map((line) => presentLine(reader, version, line, chosen)),
    totals: presentTotals(reader, version, totals),
    hasOptional: lines.some(({ optional }) => optional),
    totalMinor: totals.totalMinor,
    total: reader.formats.money(totals.totalMinor, version.currency),
  }
}

function presentLine(
  reader: OfferReader,
  { currency }: ShownOffer['version'],
  line: OfferLine,
  chosen: readonly string[]
) {
  const { t, formats } = reader
  const { publicId: id, description, optional, discountBp, amountMinor, basis } = line
  const discount =
    discountBp > 0 ? t(`${KEY}.discount`, { rate: rateText(reader, discountBp) }) : ''
  const note = [optional ? t(`${KEY}.optional`) : '', discount].filter(Boolean).join(' · ')
  return {
    ...{ id, description, optional, note, isChosen: !optional || chosen.includes(id) },
    quantity: formats.number(Number(line.quantity)),
    price: formats.money(line.unitPriceMinor, currency),
    basis: t(`${KEY}.basis.${basis}`),
    vat: line.exemption ?? rateText(reader, line.rateBp),
    amount: formats.money(amountMinor, currency),
  }
}

function presentTotals(reader: OfferReader, version: ShownOffer['version'], totals: Totals) {
  const { t, formats } = reader
  const { currency, wholeDiscountBp } = version
  const money = (minor: number) => formats.money(minor, currency)
  const row = (label: string, text: string, strong = false) => ({ label, text, strong })
  const taxes = totals.taxes.map(({ rateBp, exemption, taxMinor }) =>
    row(exemption ?? t(`${KEY}.vat_of`, { rate: rateText(reader, rateBp) }), money(taxMinor))
  )
  return [
    ...(wholeDiscountBp > 0
      ? [row(t(`${KEY}.whole_discount`), rateText(reader, wholeDiscountBp))]
      : []),
    row(t(`${KEY}.net`), money(totals.netMinor)),
    ...taxes,
    ...(totals.roundingMinor ? [row(t(`${KEY}.rounding`), money(totals.roundingMinor))] : []),
    row(t(`${KEY}.total`), money(totals.totalMinor), true),
  ]
}

/** 2100 → `21 %` */
export const rateText = ({ t, formats }: OfferReader, bp: number): string =>
  t(`${KEY}.percent`, { value: formats.number(bp / 100) })
