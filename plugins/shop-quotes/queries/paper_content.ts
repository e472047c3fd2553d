import { Organisation, translatedIn } from '#core/organisation'
import type { Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { settingsWithin } from '#core/settings'
import { creditedTaxes, isSameRate, taxesOf } from '#plugins/shop-quotes/domain/credited_taxes'
import type {
  PaperContent,
  PaperLine,
  PaperMoney,
  Seller,
} from '#plugins/shop-quotes/domain/papers'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'
import type { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import type { Refund } from '#plugins/shop-quotes/models/refund'
import { owedLines, type OwedLine } from '#plugins/shop-quotes/queries/withdrawable'
import {
  sellerAddress,
  sellerCountry,
  sellerName,
  sellerTaxId,
} from '#plugins/shop-quotes/settings'

/** What a receipt for an order says: everything that is owed of it, and the money that came. */
export async function receiptContent(trx: Trx, order: Order, zone: string): Promise<PaperContent> {
  const lines = await owedLines(order, trx)
  return {
    ...(await shared(trx, order, zone)),
    lines: lines.map((line) => paperLine(line, order.locale)),
    wholeDiscountBp: order.totals.wholeDiscountBp,
    ...sums(owedTaxes(order, lines)),
    money: await moneyFor(trx, order),
    corrects: null,
  }
}

/** VAT of what a withdrawal has left of each rate. */
function owedTaxes({ totals: { taxes } }: Order, lines: readonly OwedLine[]): TaxTotal[] {
  const owed = (rate: TaxTotal) =>
    lines
      .filter(({ line }) => isSameRate(line, rate))
      .reduce((sum, { grossMinor }) => sum + grossMinor, 0)
  return taxesOf(taxes, taxes.map(owed))
}

type Credit = {
  refund: Refund
  amountMinor: number
  receipt: Document
  /** Credit notes for the same receipt. */
  earlier: readonly Document[]
  zone: string
}

/** What a credit note says: how much of the receipt is taken back, at which rates of VAT. */
export async function creditContent(
  trx: Trx,
  order: Order,
  { refund, amountMinor, receipt, earlier, zone }: Credit
): Promise<PaperContent> {
  const { taxes, lines, wholeDiscountBp } = receipt.content
  const taken = earlier.flatMap(({ content }) => content.taxes)
  const { valueDay, method, reason, amountMinor: repaidMinor } = refund
  return {
    ...(await shared(trx, order, zone)),
    ...(amountMinor === receipt.totalMinor ? { lines, wholeDiscountBp } : { lines: [] }),
    ...sums(creditedTaxes(taxes, taken, amountMinor)),
    money: [{ day: valueDay ?? '', method, amountMinor: repaidMinor }],
    corrects: { number: receipt.number, reason },
  }
}

async function shared(trx: Trx, order: Order, zone: string) {
  const { number, reference, createdAt, currency, billing: buyer } = order
  return {
    ...{ seller: await sellerWithin(trx), buyer, currency },
    order: { number, reference, placedOn: localDateOf(zone, createdAt) },
  }
}

/** Without a name of its own the seller is called like the organisation. */
async function sellerWithin(trx: Trx): Promise<Seller> {
  const seller = await settingsWithin(trx, {
    name: sellerName,
    address: sellerAddress,
    country: sellerCountry,
    taxId: sellerTaxId,
  })
  if (seller.name !== '') return seller
  const organisation = await Organisation.query({ client: trx }).first()
  return { ...seller, name: organisation?.name ?? '' }
}

function paperLine({ line, grossMinor, isPart }: OwedLine, locale: Order['locale']): PaperLine {
  const { quantity, unitPriceMinor, basis, discountBp, rateBp, amountMinor } = line
  const name = translatedIn(line.name, locale, locale)
  if (!isPart) return { name, quantity, unitPriceMinor, basis, discountBp, rateBp, amountMinor }
  const part = { unitPriceMinor: grossMinor, amountMinor: grossMinor }
  return { name, quantity: '1', basis: 'gross', discountBp: 0, rateBp, ...part }
}

async function moneyFor(trx: Trx, { id }: Order): Promise<PaperMoney[]> {
  const settled = Payment.query({ client: trx }).where({ orderId: id, state: 'settled' })
  return (await settled.orderBy('settledAt').orderBy('id')).map((payment) => {
    const { valueDay, method, amountMinor } = payment
    return { day: valueDay ?? '', method, amountMinor }
  })
}

function sums(taxes: readonly TaxTotal[]) {
  const sum = (figure: (tax: TaxTotal) => number) =>
    taxes.reduce((total, tax) => total + figure(tax), 0)
  return {
    taxes: taxes.map((tax) => ({ ...tax })),
    netMinor: sum((tax) => tax.netMinor),
    taxMinor: sum((tax) => tax.taxMinor),
    roundingMinor: sum((tax) => tax.roundingMinor),
    totalMinor: sum((tax) => tax.grossMinor),
  }
}
