import { composeMail } from '#app/messaging/queries/compose_mail'
import { mailDefinition } from '#app/messaging/queries/mail_definitions'
import { createCustomer, type Customer } from '#core/customers'
import { OutboxMail } from '#core/messaging'
import { saveSetting } from '#core/settings'
import { randomId, SYSTEM, transaction } from '#core/platform'
import { createOrder, type NewOrder } from '#plugins/shop-quotes/actions/create_order'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { totalsOf } from '#plugins/shop-quotes/domain/totals'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Task } from '#plugins/shop-quotes/models/task'
import { accountBic, accountHolder, accountIban } from '#plugins/shop-quotes/settings'

/** Monday, 10:00 in Madrid. */
export const NOW = '2027-01-11T09:00:00Z'

const BILLING: Billing = {
  ...{ kind: 'person', firstName: 'Ada', lastName: 'Brandt', companyName: null, region: null },
  ...{ street: 'Calle Mayor 4', postalCode: '28013', city: 'Madrid', country: 'ES' },
  ...{ taxId: null, vatId: null, sdiCode: null, pec: null },
}

type Wanted = Partial<NewOrder> & { totalMinor?: number; userId?: number }

/** An order that waits for its payment: 50.00 EUR unless it says otherwise. */
export async function anOrder({ totalMinor = 5000, userId, ...own }: Wanted = {}): Promise<Order> {
  const customer = own.customer ?? (await aBuyer(userId))
  const priced = {
    unitPriceMinor: totalMinor,
    quantity: '1',
    basis: 'gross',
    rateBp: 2100,
  } as const
  const totals = totalsOf([{ ...priced, taxClass: 'standard' }])
  return transaction(async (trx) => {
    const { id: cartId } = await Cart.create({ kind: 'buy', state: 'placed' }, { client: trx })
    return createOrder(trx, {
      ...{ customer, by: SYSTEM, locale: 'en', currency: 'EUR', method: 'bank_transfer' },
      ...{ billing: BILLING, totals, lines: [], locationId: null, termsId: null },
      ...{ startsEarly: false, zone: 'Europe/Madrid', payWithin: 14, cartId },
      ...own,
    } as NewOrder)
  })
}

function aBuyer(userId: number | null = null): Promise<Customer> {
  const email = `${randomId().toLowerCase()}@example.org`
  const person = { firstName: 'Ada', lastName: 'Brandt', email, phone: null, userId }
  return transaction((trx) => createCustomer(trx, { ...person, locale: 'en', actor: SYSTEM }))
}

/** Where transfers go. */
export const anAccount = () =>
  transaction(async (trx) => {
    await saveSetting(trx, accountHolder, 'Vista Clara SL', SYSTEM)
    await saveSetting(trx, accountIban, 'ES91 2100 0418 4502 0005 1332', SYSTEM)
    await saveSetting(trx, accountBic, 'CAIXESBB', SYSTEM)
  })

export const orderNow = (id: number): Promise<Order> => Order.findOrFail(id)

/** The mail that it is placed as its customer reads it, in HTML and in text, spaces made one. */
export async function placedMailOf({ id: aboutId }: Pick<Order, 'id'>): Promise<[string, string]> {
  const kind = { template: 'shop-quotes.order_placed', aboutId }
  const { template, locale, data, toAddress } = await OutboxMail.query().where(kind).firstOrFail()
  const to = { name: 'Ada Brandt', email: toAddress }
  const { html, text } = await composeMail(mailDefinition(template)!, { locale, data, to })
  return [html.replaceAll(/\s+/g, ' '), text.replaceAll(/\s+/g, ' ')]
}

/** `bank_transfer awaited 5000`, in the order in which they began. */
export async function paymentsOf(orderId: number): Promise<string[]> {
  const payments = await Payment.query().where({ orderId }).orderBy('id')
  return payments.map(({ method, state, amountMinor }) => `${method} ${state} ${amountMinor}`)
}

/** `overpaid 2000 EUR`, oldest first. */
export async function tasksNow(): Promise<string[]> {
  const tasks = await Task.query().whereNull('doneAt').orderBy('id')
  return tasks.map(({ kind, details }) => `${kind} ${details.amountMinor} ${details.currency}`)
}
