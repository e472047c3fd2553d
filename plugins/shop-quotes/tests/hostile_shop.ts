import { saveFormVersion, type FormField } from '#core/forms'
import { clock, randomId, SYSTEM, transaction } from '#core/platform'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { totalsOf } from '#plugins/shop-quotes/domain/totals'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import { Category } from '#plugins/shop-quotes/models/category'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'
import { QuoteTemplate } from '#plugins/shop-quotes/models/quote_template'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { Task } from '#plugins/shop-quotes/models/task'
import { Wish } from '#plugins/shop-quotes/models/wish'
import { aCustomer } from '#tests/customers/duplicates'
import { everyLanguage } from '#tests/journeys/hostile'

const PRICE = {
  basis: 'gross',
  taxClass: 'standard',
  rateBp: 2100,
  exemption: null,
  quantity: '1',
  unitPriceMinor: 1000,
  discountBp: 0,
} as const
const MONEY = { amountMinor: 1000, currency: 'EUR' } as const

/** A shop in which operators, customers, staff and banks wrote the poison wherever they may. */
export async function hostileShop(poison: string): Promise<void> {
  const service = await aHostileService(poison)
  const { id: customerId } = await aCustomer({ email: null })
  const orders = { customerId, service, poison }
  const order = await aHostileOrder(orders)
  await hostileMoney(order, poison)
  await aHostileQuote(orders)
}

type Written = { customerId: number; service: ShopService; poison: string }

async function aHostileService(poison: string): Promise<ShopService> {
  const text = everyLanguage(poison)
  const named = { slug: `poison-${randomId().toLowerCase()}`, name: text, description: text }
  const category = await Category.create({ ...named, parentId: null, position: 0, active: true })
  const line = { description: text, quantity: 1, priceMinor: 1000, optional: false } as const
  await QuoteTemplate.create({
    ...{ name: poison, intro: text, conditions: text, reply: text, position: 0, active: true },
    lines: [{ ...line, basis: 'gross', taxClass: 'standard' }],
  })
  return ShopService.create({
    ...{ ...named, slug: `${named.slug}-1`, categoryId: category.id, summary: text },
    ...{ priceMode: 'fixed', priceMinor: 1000, basis: 'gross', taxClass: 'standard' },
    withdrawalClass: 'begun',
  })
}

async function aHostileForm(poison: string): Promise<FilledForm> {
  const text = everyLanguage(poison)
  const fields: FormField[] = [
    { key: 'device', kind: 'text', label: text, hint: text, required: false, maxLength: 500 },
  ]
  const input = { definitionId: null, name: poison, fields, actor: SYSTEM }
  const saved = await transaction((trx) => saveFormVersion(trx, input))
  if (!saved.ok) throw new Error(saved.reason)
  return FilledForm.create({ formVersionId: saved.version.id, answers: { device: poison } })
}

const buyer = (poison: string): Billing => ({
  ...{ kind: 'company', country: 'IT', firstName: null, lastName: null, companyName: poison },
  ...{ street: poison, postalCode: poison, city: poison, region: poison, taxId: poison },
  ...{ vatId: poison, sdiCode: poison, pec: poison },
})

async function aHostileOrder({ customerId, service, poison }: Written): Promise<Order> {
  const totals = totalsOf([PRICE])
  const { netMinor, taxMinor, totalMinor } = totals
  const number = `O-2027-${randomId().slice(0, 8)}`
  const order = await Order.create({
    ...{ number, customerId, locationId: null, locale: 'en', currency: 'EUR', reference: number },
    ...{ totals, netMinor, totalMinor, paymentState: 'due', method: 'desk', outcome: poison },
    ...{ billing: buyer(poison), changedAt: clock.now() },
  })
  await OrderLine.create({
    ...{ ...PRICE, amountMinor: totalMinor, netMinor, taxMinor, orderId: order.id, position: 1 },
    ...{ serviceId: service.id, name: everyLanguage(poison), withdrawalClass: 'begun' },
    filledFormId: (await aHostileForm(poison)).id,
  })
  await says(order, poison)
  return order
}

const says = (about: Order | Quote, text: string) =>
  transaction(async (trx) => {
    for (const deed of ['wrote', 'noted'] as const) {
      await recordEntry(trx, about, { deed, by: SYSTEM, fromState: about.state, text })
    }
  })

async function hostileMoney({ id: orderId }: Order, poison: string): Promise<void> {
  const paid = { orderId, method: 'desk', state: 'awaited', note: poison } as const
  const { id: paymentId } = await Payment.create({ ...MONEY, ...paid })
  const line = await BankLine.create({
    ...{ ...MONEY, digest: randomId(), day: '2027-01-11', payer: poison, purpose: poison },
  })
  const details = { ...MONEY, reason: poison }
  const about = { orderId, paymentId, bankLineId: line.id, decision: poison }
  await Task.create({ kind: 'unmatched', details, ...about })
}

async function aHostileQuote({ customerId, service, poison }: Written): Promise<void> {
  const totals = totalsOf([PRICE])
  const quote = await Quote.create({
    ...{ number: `Q-2027-${randomId().slice(0, 8)}`, customerId, locale: 'en', message: poison },
    ...{ state: 'in_review', changedAt: clock.now(), lastDay: '2027-01-30' },
  })
  await Wish.create({
    ...{ quoteId: quote.id, position: 1, serviceId: service.id, name: everyLanguage(poison) },
    ...{ quantity: 1, filledFormId: (await aHostileForm(poison)).id },
  })
  for (const number of [1, 2]) {
    const version = await QuoteVersion.create({
      ...{ quoteId: quote.id, number, intro: poison, conditions: poison, lastDay: '2027-01-30' },
      ...{ currency: 'EUR', totals, totalMinor: totals.totalMinor },
    })
    const line = { quoteVersionId: version.id, position: 1, description: poison }
    await QuoteLine.create({ ...PRICE, ...line, amountMinor: 1000 * number })
    if (number === 1) await version.merge({ sentAt: clock.now(), digest: 'x'.repeat(64) }).save()
  }
  await says(quote, poison)
}
