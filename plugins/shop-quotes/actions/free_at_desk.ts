import { transaction, type Actor, type Result } from '#core/platform'
import { freeAppointments } from '#plugins/shop-quotes/actions/free_appointments'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'

type Freeing = { orderId: number; text: string; by: Actor }

/** S12: staff give back what is to come of an order, and the customer learns why. */
export const freeAtDesk = ({ orderId, ...freeing }: Freeing): Promise<Freed> =>
  transaction(async (trx) => {
    const order = await lockedOrder(trx, orderId)
    const freed = await freeAppointments(trx, order, freeing)
    return freed > 0 ? { ok: true } : { ok: false, reason: 'no_appointment' }
  })

type Freed = Result<object, 'no_appointment'>
