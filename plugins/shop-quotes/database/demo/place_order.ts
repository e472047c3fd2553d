import { randomInt } from 'node:crypto'
import { User } from '#core/accounts'
import { createCustomer, Customer, ownCustomer } from '#core/customers'
import { clock, SYSTEM, transaction, type Actor, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { setting } from '#core/settings'
import { createOrder } from '#plugins/shop-quotes/actions/create_order'
import type { DemoBuyer, DemoOrder } from '#plugins/shop-quotes/database/demo/scripts'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import { totalsOf } from '#plugins/shop-quotes/domain/totals'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import type { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { ratesToday } from '#plugins/shop-quotes/queries/rates_today'
import { currency, payWithin, sellerCountry } from '#plugins/shop-quotes/settings'

/** An order of the demo as its customer places it; its id. */
export async function placeOrder(script: DemoOrder, zone: string): Promise<number> {
  const day = localDateOf(zone, clock.now())
  const rates = await ratesToday(await setting(sellerCountry), day)
  const lines = await linesOf(script, rates)
  const totals = totalsOf(lines)
  const values = {
    ...{ locale: script.by.locale, currency: await setting(currency), method: script.method },
    ...{ billing: billingOf(script.by), totals, locationId: null, termsId: null },
    ...{ startsEarly: false, zone, payWithin: await setting(payWithin) },
    lines: lines.map((line, nth) => ({ ...line, ...totals.lines[nth] })),
    // No cart is behind it, and no two orders may come of one.
    cartId: 2_000_000_000 + randomInt(100_000_000),
  }
  return transaction(async (trx) => {
    const { customer, by } = await whoIs(trx, script.by)
    return (await createOrder(trx, { ...values, customer, by })).id
  })
}

async function linesOf({ bought }: DemoOrder, rates: ReadonlyMap<TaxClass, TaxRate>) {
  const slugs = bought.map(([slug]) => slug)
  const services = await ShopService.query().whereIn('slug', slugs)
  return bought.map(([slug, quantity]) => {
    const service = services.find((one) => one.slug === slug)!
    const { id: serviceId, name, priceMinor, basis, taxClass, withdrawalClass } = service
    const { rateBp = 0, exemption = null } = rates.get(taxClass) ?? {}
    return {
      ...{ serviceId, name, quantity: String(quantity), unitPriceMinor: priceMinor!, basis },
      ...{ taxClass, rateBp, exemption, discountBp: 0, filledFormId: null, withdrawalClass },
      bookableServiceId: service.bookableServiceId,
    }
  })
}

const billingOf = ({ firstName, lastName, billing }: DemoBuyer): Billing => ({
  ...{ kind: 'person', firstName, lastName, companyName: null, region: null },
  ...{ taxId: null, vatId: null, sdiCode: null, pec: null },
  ...billing,
})

/** Whoever has an account acts in it; of the others there is a record. */
async function whoIs(trx: Trx, person: DemoBuyer): Promise<{ customer: Customer; by: Actor }> {
  const { billing: _, ...own } = person
  const user = await User.query({ client: trx }).where('email', own.email).first()
  const by: Actor = { kind: 'customer', id: user?.id ?? null }
  if (user) {
    const values = { ...own, phone: null, userId: user.id, actor: by }
    return { customer: await ownCustomer(trx, values), by }
  }
  const known = await Customer.query({ client: trx }).where('email', own.email).first()
  return { customer: known ?? (await createCustomer(trx, { ...own, actor: SYSTEM })), by }
}
