import { User } from '#core/accounts'
import {
  clock,
  hashToken,
  installedPluginIds,
  migrate,
  randomId,
  transaction,
  type Actor,
} from '#core/platform'
import { AddLine, type NewLine } from '#plugins/shop-quotes/actions/add_line'
import { PlaceOrder } from '#plugins/shop-quotes/actions/place_order'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { orderDigest } from '#plugins/shop-quotes/queries/order_digest'
import { pricedCart } from '#plugins/shop-quotes/queries/priced_cart'
import { shopToday } from '#plugins/shop-quotes/queries/shop_today'
import { aBillingProfileOf, aService, aShop } from '#plugins/shop-quotes/tests/shop'
import { someCustomer } from '#tests/accounts/people'
import type { Counted } from '#tests/kit/race_ground'

/** `at`: what time it is meanwhile. */
export type CartTask = { at: number } & (
  { kind: 'prepare' } | { kind: 'add'; times: number } | { kind: 'place'; times: number }
)

/** So many of one process are under way at a time. */
const AT_ONCE = 5
/** Of the visitor that the buyer was before. */
const COOKIE = hashToken('a visitor')

export async function run(task: CartTask & { worker: number }): Promise<Counted> {
  clock.freeze(task.at)
  if (task.kind === 'prepare') return prepare()
  const user = await User.findByOrFail('kind', 'customer')
  const [service] = await ShopService.all()
  return manyTimes(task.times, (nth) =>
    task.kind === 'add' ? add(user, service, nth % 3) : place(user)
  )
}

async function prepare(): Promise<Counted> {
  await migrate(installedPluginIds())
  await aShop()
  await aService({ most: 100_000 })
  await aBillingProfileOf((await someCustomer()).id)
  return {}
}

async function manyTimes(times: number, once: (nth: number) => Promise<string>) {
  const answer: Counted = {}
  let left = times
  const lane = async () => {
    while (left > 0) {
      const outcome = await once(--left).catch((error: Error) => `error ${error.message}`)
      answer[outcome] = (answer[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return answer
}

/** One tab is signed in, one is not yet, and one has just signed in and brings what the other has. */
async function add({ id }: User, service: ShopService, tab: number): Promise<string> {
  const owner = { userId: tab === 1 ? null : id, tokenHash: tab === 0 ? null : COOKIE }
  const by: Actor = { kind: 'customer', id }
  const line: NewLine = {
    ...{ formKey: randomId(), owner, newTokenHash: COOKIE, kind: 'buy', service, quantity: 1 },
    ...{ answered: null, seenPrice: null, by },
  }
  const added = await new AddLine().handle(line)
  return added.ok ? 'line' : added.reason
}

/** "Complete" is pressed in as many windows as there are. */
async function place({ id, firstName, lastName, email }: User): Promise<string> {
  const shop = await shopToday()
  const profile = await BillingProfile.firstOrFail()
  const chosen = { billingProfileId: profile.id }
  await transaction(async (trx) => {
    await Cart.query({ client: trx }).where({ userId: id, state: 'open' }).update(chosen)
  })
  const cart = await Cart.query().where({ userId: id, kind: 'buy' }).firstOrFail()
  const { lines, totals } = await pricedCart({ userId: id, tokenHash: null }, 'buy', shop)
  const shown = { lines, totals, currency: shop.currency, billing: profile.billing, terms: null }
  const placed = await new PlaceOrder().handle({
    ...{ cart: cart.publicId, seen: orderDigest(shown), tokenHash: null, terms: null, shop },
    ...{ person: { userId: id, firstName, lastName, email }, by: { kind: 'customer', id } },
    ...{ locale: 'en', method: 'desk', startsEarly: false, payWithin: 14 },
  })
  if (!placed.ok) return placed.reason
  return placed.isNew ? 'new' : 'same'
}
