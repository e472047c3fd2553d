import { translatedIn } from '#core/organisation'
import type { Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { settingsWithin } from '#core/settings'
import { creditedTaxes } from '#plugins/shop-quotes/domain/credited_taxes'
import type {
  PaperContent,
  PaperLine,
  PaperMoney,
  Seller,
} from '#plugins/shop-quotes/domain/papers'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Payment } from '#plugins/shop-quotes/models/payment'
import type { Refund } from '#plugins/shop-quotes/models/refund'
import {
  sellerAddress,
  sellerCountry,
  sellerName,
  sellerTaxId,
} from '#plugins/shop-quotes/settings'

/** What a receipt for an order says: everything that was bought, and the money that came. */
export async function receiptContent(trx: Trx, order: Order, zone: string): Promise<PaperContent> {
  const { totals } = order
  return {
    ...(await shared(trx, order, zone)),
    lines: await linesOf(trx, order),
    ...sums(totals.taxes),
    money: await moneyFor(trx, order),
    corrects: null,
  }
}

type Credit = { refund: Refund; amountMinor: number; receipt: string; zone: string }

/** What a credit note says: how much of the receipt is taken back, at which rates of VAT. */
export async function creditContent(
  trx: Trx,
  order: Order,
  { refund, amountMinor, receipt, zone }: Credit
): Promise<PaperContent> {
  const { totals } = order
  const isWhole = amountMinor === order.totalMinor
  const { valueDay, method, reason, amountMinor: repaidMinor } = refund
  return {
    ...(await shared(trx, order, zone)),
    lines: isWhole ? await linesOf(trx, order) : [],
    ...sums(creditedTaxes(totals.taxes, amountMinor)),
    money: [{ day: valueDay ?? '', method, amountMinor: repaidMinor }],
    corrects: { number: receipt, reason },
  }
}

async function shared(trx: Trx, order: Order, zone: string) {
  const { number, reference, createdAt, currency, billing: buyer } = order
  return {
    ...{ seller: await sellerWithin(trx), buyer, currency },
    order: { number, reference, placedOn: localDateOf(zone, createdAt) },
  }
}

function sellerWithin(trx: Trx): Promise<Seller> {
  return settingsWithin(trx, {
    name: sellerName,
    address: sellerAddress,
    country: sellerCountry,
    taxId: sellerTaxId,
  })
}

async function linesOf(trx: Trx, { id, locale }: Order): Promise<PaperLine[]> {
  const lines = await OrderLine.query({ client: trx }).where('orderId', id).orderBy('position')
  return lines.map((line) => {
    const { name, quantity, unitPriceMinor, basis, discountBp, rateBp, amountMinor } = line
    const called = translatedIn(name, locale, locale)
    return { name: called, quantity, unitPriceMinor, basis, discountBp, rateBp, amountMinor }
  })
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
