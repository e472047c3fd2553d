import { User } from '#core/accounts'
import { Customer } from '#core/customers'
import { clock, installedPluginIds, migrate, type Actor } from '#core/platform'
import { aCustomer, anOrder, asStaff, pay } from '#plugins/shop-quotes/tests/ordered'
import type { Counted } from '#tests/kit/race_ground'

export type PapersTask = { at: number } & (
  | { kind: 'prepare' }
  /** So many orders are placed and paid. */
  | { kind: 'sell'; orders: number }
)

/** So many of one process are under way at a time. */
const AT_ONCE = 6

export async function run(task: PapersTask): Promise<Counted> {
  clock.freeze(task.at)
  if (task.kind === 'sell') return sell(task.orders)
  await migrate(installedPluginIds())
  await asStaff()
  await aCustomer()
  return {}
}

/** Orders are placed and paid as fast as the database takes them. */
async function sell(orders: number): Promise<Counted> {
  const customer = await Customer.firstOrFail()
  const by: Actor = { kind: 'staff', id: (await User.findByOrFail('kind', 'staff')).id }
  const answer: Counted = {}
  let left = orders
  const lane = async () => {
    while (left-- > 0) {
      const outcome = await sold(customer, by)
      answer[outcome] = (answer[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return answer
}

async function sold(customer: Customer, by: Actor): Promise<string> {
  try {
    const order = await pay(await anOrder({ customer }), by)
    return order.state
  } catch (error) {
    return `error ${(error as Error).message}`
  }
}
