import { clock } from '#core/platform'
import { lineShares } from '#plugins/shop-quotes/domain/line_shares'
import { totalsOf } from '#plugins/shop-quotes/domain/totals'
import { Category } from '#plugins/shop-quotes/models/category'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { Refund } from '#plugins/shop-quotes/models/refund'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { Wish } from '#plugins/shop-quotes/models/wish'
import { aCustomer } from '#tests/customers/duplicates'
import { rome } from '#tests/scheduling/planner'

const at = (text: string) => rome(`2027-01-${text}`)

type Bought = [service: ShopService | null, priceMinor: number, quantity: string, rateBp: number]
type Sale = { number: string; paid: string | null; bought: Bought[]; locationId?: number | null }
type Asked = {
  number: string
  requested: string
  sent?: string
  decided?: [state: 'accepted' | 'rejected', at: string]
  services: ShopService[]
}

export type Ground = {
  customerId: number
  test: ShopService
  cloth: ShopService
  book: ShopService
}

async function aShopService(categoryId: number, slug: string, name: string): Promise<ShopService> {
  return ShopService.create({
    ...{ categoryId, slug, name: { en: name, es: name }, locationId: null, formId: null },
    ...{ priceMode: 'fixed', priceMinor: 100, basis: 'gross', taxClass: 'standard' },
    ...{ withdrawalClass: 'full', bookableServiceId: null },
  })
}

async function ground(): Promise<Ground> {
  const { id: customerId } = await aCustomer()
  const names = [
    { slug: 'eyes', name: { en: 'Eyes', es: 'Ojos' } },
    { slug: 'shelf', name: { en: 'Shelf', es: 'Estante' } },
  ]
  const [eyes, shelf] = await Category.createMany(
    names.map((one) => ({ ...one, parentId: null, position: 0, active: true }))
  )
  return {
    customerId,
    test: await aShopService(eyes.id, 'eye-test', 'Eye test'),
    cloth: await aShopService(shelf.id, 'cloth', 'Cloth'),
    book: await aShopService(shelf.id, 'book', 'Book'),
  }
}

export async function aSale(
  customerId: number,
  { number, paid, bought, locationId = null }: Sale
): Promise<Order> {
  const lines = bought.map(([, unitPriceMinor, quantity, rateBp]) => ({
    ...{ unitPriceMinor, quantity, rateBp, discountBp: 0, exemption: null },
    ...({ basis: 'gross', taxClass: rateBp === 400 ? 'super_reduced' : 'standard' } as const),
  }))
  const totals = totalsOf(lines)
  const { netMinor, totalMinor } = totals
  const sums = paid ? { paidMinor: totalMinor, paymentState: 'paid' } : { paymentState: 'due' }
  const order = await Order.create({
    ...{
      number,
      customerId,
      locationId,
      locale: 'it',
      currency: 'EUR',
      totals,
      netMinor,
      totalMinor,
    },
    ...(sums as Partial<Order>),
    ...{ state: paid ? 'paid' : 'placed', method: 'bank_transfer', reference: number },
    ...{
      billing: {} as Order['billing'],
      paidAt: paid === null ? null : at(paid),
      changedAt: clock.now(),
    },
  })
  const amounts = lines.map((line, nth) => ({ ...line, ...totals.lines[nth] }))
  const shares = lineShares(amounts, totals)
  await OrderLine.createMany(
    amounts.map((line, nth) => ({
      ...{ ...line, netMinor: shares[nth].netMinor, taxMinor: shares[nth].taxMinor },
      ...{ orderId: order.id, position: nth + 1 },
      ...{ serviceId: bought[nth][0]?.id ?? null, name: { en: 'Sold' }, withdrawalClass: 'full' },
    }))
  )
  return order
}

async function aRequest({ customerId }: Ground, asked: Asked): Promise<void> {
  const { number, requested, sent, decided, services } = asked
  const quote = await Quote.create({
    ...{ number, customerId, locationId: null, locale: 'it', createdAt: at(requested) },
    ...{ state: decided?.[0] ?? (sent ? 'sent' : 'requested'), sentAt: sent ? at(sent) : null },
    ...{ endedAt: decided ? at(decided[1]) : null, changedAt: at(requested) },
  })
  for (const [nth, { id: serviceId, name }] of services.entries()) {
    await Wish.create({ quoteId: quote.id, position: nth + 1, serviceId, name, quantity: 1 })
  }
}

/** The two days by hand of docs/domain/shop-statistics.md. */
export async function writtenSales(): Promise<Ground> {
  const own = await ground()
  const { customerId, test, cloth, book } = own
  const eyeTest: Bought = [test, 3660, '1', 2200]
  const { id: orderId } = await aSale(customerId, {
    number: 'A',
    paid: '12 10:00',
    bought: [eyeTest],
  })
  const back = {
    orderId,
    paymentId: null,
    method: 'desk',
    currency: 'EUR',
    amountMinor: 500,
  } as const
  await Refund.create({ ...back, state: 'made', madeAt: at('13 12:00') })
  await Refund.create({ ...back, state: 'asked', madeAt: null })
  const shelf: Bought[] = [
    [cloth, 100, '3', 2200],
    [book, 1040, '1', 400],
  ]
  await aSale(customerId, { number: 'B', paid: '13 23:30', bought: shelf })
  await aSale(customerId, { number: 'C', paid: null, bought: [eyeTest] })
  const p = { number: 'P', requested: '11 10:00', sent: '12 10:00', services: [test] }
  await aRequest(own, { ...p, decided: ['accepted', '13 09:00'] })
  const q = { number: 'Q', requested: '12 12:00', sent: '13 12:00', services: [test, cloth] }
  await aRequest(own, { ...q, decided: ['rejected', '13 15:00'] })
  await aRequest(own, { number: 'R', requested: '13 08:00', services: [test] })
  return own
}
