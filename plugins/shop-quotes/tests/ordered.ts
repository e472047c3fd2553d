import { randomInt } from 'node:crypto'
import { createCustomer, type Customer } from '#core/customers'
import { clock, SYSTEM, transaction, type Actor } from '#core/platform'
import { createOrder, type NewOrder } from '#plugins/shop-quotes/actions/create_order'
import { RecordPayment } from '#plugins/shop-quotes/actions/record_payment'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { totalsOf, type TaxedLine } from '#plugins/shop-quotes/domain/totals'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { Order } from '#plugins/shop-quotes/models/order'
import { someStaff } from '#tests/accounts/people'

/** Tuesday, 9:00 in Rome. */
export const NOW = '2027-01-12T08:00:00Z'

export const BILLING: Billing = {
  ...{ kind: 'person', country: 'IT', firstName: 'Bea', lastName: 'Nowhere', companyName: null },
  ...{ street: 'Via Roma 1', postalCode: '00100', city: 'Roma', region: 'RM' },
  ...{ taxId: 'RSSMRA85T10A562S', vatId: null, sdiCode: null, pec: null },
}

type Bought = { name: string } & TaxedLine

/** 36.60 at 22 % and 2 × 10.40 at 4 %: 57.40, in which 50.00 are net. */
export const BOUGHT: Bought[] = [
  {
    ...{ name: 'Eye test', quantity: '1', unitPriceMinor: 3660, basis: 'gross', discountBp: 0 },
    ...{ taxClass: 'standard', rateBp: 2200, exemption: null },
  },
  {
    ...{ name: 'Braille book', quantity: '2', unitPriceMinor: 1040, basis: 'gross', discountBp: 0 },
    ...{ taxClass: 'super_reduced', rateBp: 400, exemption: null },
  },
]
export const TOTAL = 5740

let people = 0

export function aCustomer(own: { userId?: number | null; email?: string | null } = {}) {
  const email = `buyer${++people}@example.org`
  return transaction((trx) =>
    createCustomer(trx, {
      ...{ firstName: 'Bea', lastName: `Nowhere${people}`, email, phone: null, userId: null },
      ...{ locale: 'en', actor: SYSTEM, ...own },
    })
  )
}

export type Ordered = Partial<NewOrder> & { bought?: Bought[]; customer?: Customer }

/** An order as its customer has placed it, to be paid within 14 days. */
export async function anOrder({ bought = BOUGHT, ...own }: Ordered = {}): Promise<Order> {
  const customer = own.customer ?? (await aCustomer())
  const totals = totalsOf(bought)
  const lines = bought.map(({ name, ...line }, nth) => ({
    ...{ ...line, ...totals.lines[nth], name: { en: name, es: `${name} (es)` } },
    ...{ discountBp: line.discountBp ?? 0, exemption: line.exemption ?? null, serviceId: null },
    ...{ filledFormId: null, withdrawalClass: 'full' as const, bookableServiceId: null },
  }))
  const { id } = await transaction((trx) =>
    createOrder(trx, {
      ...{ by: { kind: 'customer', id: customer.userId }, locale: 'en', currency: 'EUR' },
      ...{ method: 'bank_transfer', billing: BILLING, totals, lines, locationId: null },
      ...{ termsId: null, startsEarly: false, zone: 'Europe/Rome', payWithin: 14 },
      ...{ cartId: randomInt(2_000_000_000), ...own, customer },
    } as NewOrder)
  )
  return Order.findOrFail(id)
}

/** A member of staff, as the doer of something. */
export async function asStaff(): Promise<Actor> {
  return { kind: 'staff', id: (await someStaff({ role: 'desk' })).id }
}

let keys = 0
export const aKey = () => `key-${process.pid}-${++keys}`

/** Money that came at the desk, all of it unless said otherwise. */
export async function pay(order: Order, by: Actor, amountMinor = order.totalMinor): Promise<Order> {
  const { id: orderId, version: seen } = await orderNow(order.id)
  const paid = { orderId, amountMinor, seen, by, formKey: aKey(), note: null }
  const valueDay = new Date(clock.now()).toISOString().slice(0, 10)
  const done = await new RecordPayment().handle({ ...paid, method: 'desk', valueDay })
  if (!done.ok) throw new Error(done.reason)
  return orderNow(order.id)
}

export const orderNow = (id: number): Promise<Order> => Order.findOrFail(id)

/** What happened, in order: `placed placed`. */
export async function deedsOf(orderId: number): Promise<string[]> {
  const entries = await Entry.query().where({ orderId }).orderBy('id')
  return entries.map(({ deed, toState }) => `${deed} ${toState}`)
}
