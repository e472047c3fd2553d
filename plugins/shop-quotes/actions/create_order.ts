import type { Customer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { clock, emit, type Actor, type Trx } from '#core/platform'
import { addDays, dayBounds, localDateOf } from '#core/scheduling'
import { allotNumber } from '#plugins/shop-quotes/actions/allot_number'
import { openPayment } from '#plugins/shop-quotes/actions/open_payment'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { takeOrderStep } from '#plugins/shop-quotes/actions/take_order_step'
import { creditorReference } from '#plugins/shop-quotes/domain/bank_transfer'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { lineShares } from '#plugins/shop-quotes/domain/line_shares'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { Totals } from '#plugins/shop-quotes/domain/totals'
import { OrderPlaced } from '#plugins/shop-quotes/events'
import { queuePlacedMail } from '#plugins/shop-quotes/mails/queue_order_mail'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'

/** What an order is made of; whoever calls has locked the cart or quote and checked everything. */
export type NewOrder = {
  customer: Customer
  by: Actor
  locale: Locale
  currency: string
  method: Method
  billing: Billing
  totals: Totals
  lines: OrderedLine[]
  locationId: number | null
  termsId: number | null
  /** The customer asked to begin before the time for withdrawing is over. */
  startsEarly: boolean
  /** IANA zone in which its days are counted, and how many there are to pay. */
  zone: string
  payWithin: number
} & ({ cartId: number } | { quoteVersionId: number; quote: string })

export type OrderedLine = Pick<
  OrderLine,
  | 'serviceId'
  | 'name'
  | 'quantity'
  | 'unitPriceMinor'
  | 'basis'
  | 'discountBp'
  | 'taxClass'
  | 'rateBp'
  | 'exemption'
  | 'amountMinor'
  | 'filledFormId'
  | 'withdrawalClass'
  | 'bookableServiceId'
>

/** S5, S10: an order with its number, its lines, its first try to pay and its mail. */
export async function createOrder(trx: Trx, order: NewOrder): Promise<Order> {
  const { by, lines, totals } = order
  const created = await writeOrder(trx, order)
  const shares = lineShares(lines, totals)
  await OrderLine.createMany(
    lines.map((line, nth) => {
      const { netMinor, taxMinor } = shares[nth]
      return { ...line, netMinor, taxMinor, orderId: created.id, position: nth + 1 }
    }),
    { client: trx }
  )
  await openPayment(trx, created)
  await recordEntry(trx, created, { deed: 'placed', by, fromState: null })
  await emit(trx, OrderPlaced, { orderId: created.id })
  await queuePlacedMail(trx, created, 'quote' in order ? order.quote : null)
  if (totals.totalMinor === 0) {
    const values = { paidAt: clock.now() }
    await takeOrderStep(trx, created, { step: 'settle', by, doer: 'provider', values })
  }
  return created
}

async function writeOrder(trx: Trx, order: NewOrder): Promise<Order> {
  const { customer, locale, currency, method, billing, totals, locationId, termsId } = order
  const { startsEarly, zone, payWithin } = order
  const now = clock.now()
  const today = localDateOf(zone, now)
  const lastDay = totals.totalMinor > 0 ? addDays(today, payWithin) : null
  const number = await allotNumber(trx, 'O', today)
  return Order.create(
    {
      ...{ number, customerId: customer.id, locationId, locale, currency, method, billing },
      ...('cartId' in order
        ? { cartId: order.cartId, quoteVersionId: null }
        : { cartId: null, quoteVersionId: order.quoteVersionId }),
      ...{ totals, netMinor: totals.netMinor, totalMinor: totals.totalMinor, termsId },
      paymentState: totals.totalMinor > 0 ? 'due' : 'paid',
      reference: creditorReference(number),
      earlyStartAt: startsEarly ? now : null,
      lastDay,
      expiresAt: lastDay === null ? null : dayBounds(zone, lastDay).to,
      changedAt: now,
    },
    { client: trx }
  )
}
