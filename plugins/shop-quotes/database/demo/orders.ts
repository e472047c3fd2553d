import { User } from '#core/accounts'
import { clock, type Actor } from '#core/platform'
import { addDays, clockTime, instantsOf, localDateOf } from '#core/scheduling'
import { placeOrder } from '#plugins/shop-quotes/database/demo/place_order'
import { DESK_STEPS } from '#plugins/shop-quotes/database/demo/order_steps'
import { SCRIPTS, type DemoOrder, type DemoStep } from '#plugins/shop-quotes/database/demo/scripts'
import { Order } from '#plugins/shop-quotes/models/order'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'

type Event = { at: number; run: () => Promise<void> }

/**
 * S11, S12: three weeks of orders in every state, made by the same steps as any. A shop that has
 * orders is left alone.
 */
export async function ordersDemo(): Promise<void> {
  const agent = await User.query().where('kind', 'staff').orderBy('id').first()
  if (!agent || (await Order.query().first())) return
  const zone = await organisationZone()
  const by: Actor = { kind: 'staff', id: agent.id }
  const events = SCRIPTS.flatMap((script) => eventsOf(script, { zone, by }))
  // Numbers and days of papers go on from one to the next, whichever order they are about.
  for (const { at, run } of events.toSorted((one, other) => one.at - other.at)) {
    await clock.during(at, run)
  }
}

function eventsOf(script: DemoOrder, { zone, by }: { zone: string; by: Actor }): Event[] {
  const today = localDateOf(zone, clock.now())
  const at = ([ago, hour]: readonly [number, number, ...unknown[]]) =>
    instantsOf(zone, addDays(today, -ago), clockTime(hour * 60))[0]
  let id = 0
  const place = async () => {
    id = await placeOrder(script, zone)
  }
  const take = async ([, , step, words]: DemoStep) => {
    await DESK_STEPS[step]({ order: await Order.findOrFail(id), by, words: words ?? '' })
  }
  return [
    { at: at(script.placed), run: place },
    ...script.steps.map((step) => ({ at: at(step), run: () => take(step) })),
  ]
}
