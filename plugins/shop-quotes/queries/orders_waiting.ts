import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'

export const ORDER_PARTS = ['to_do', 'unpaid', 'to_repay'] as const
export type OrderPart = (typeof ORDER_PARTS)[number]

const count = (when: string, where: string) =>
  `(select count(*) from shop_quotes_orders where ${when}${where})`

/** How many orders wait for staff, for money, and for money that goes back; seen from these places. */
export async function ordersWaiting(
  locationIds: readonly number[] | null
): Promise<Record<OrderPart, number>> {
  const here = locationIds?.length ? `or location_id in (${marks(locationIds)})` : ''
  const where = locationIds ? ` and (location_id is null ${here})` : ''
  const overpaid = `(payment_state = 'overpaid' and state <> 'withdrawn')`
  const sql = `select ${count("state in ('paid', 'in_progress')", where)} as to_do,
    ${count("state = 'placed'", where)} as unpaid,
    ${count(`(state = 'withdrawal_requested' or ${overpaid})`, where)} as to_repay`
  const places = locationIds ?? []
  const bindings = ORDER_PARTS.flatMap(() => places)
  const [found] = await rows<Record<OrderPart, number | string>>(db.connection(), sql, bindings)
  return {
    to_do: Number(found.to_do),
    unpaid: Number(found.unpaid),
    to_repay: Number(found.to_repay),
  }
}
