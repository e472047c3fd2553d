import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { freeAppointments } from '#plugins/shop-quotes/actions/free_appointments'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { changeRefusal, type NoChange } from '#plugins/shop-quotes/domain/appointments'
import type { AppointmentOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { appointedLines } from '#plugins/shop-quotes/queries/line_appointments'

type Cancel = { orderId: number; lineId: number; offer: AppointmentOffer; by: Actor }
type Cancelled = Result<object, NoChange | 'not_booked'>

/** S11: the customer gives it back, and can choose another as long as the order is open. */
export class CancelAppointment {
  handle(wish: Cancel): Promise<Cancelled> {
    return transaction((trx) => this.#cancel(trx, wish))
  }

  async #cancel(trx: Trx, { orderId, lineId, offer, by }: Cancel): Promise<Cancelled> {
    const order = await lockedOrder(trx, orderId)
    const [{ reservation }] = await appointedLines(trx, orderId, lineId)
    if (reservation?.state !== 'confirmed') return { ok: false, reason: 'not_booked' }
    const { startsAt, outcome } = reservation
    const { minNoticeMinutes: noticeMinutes } = offer.service
    const booked = { state: order.state, startsAt, outcome, noticeMinutes }
    const refusal = changeRefusal(booked, clock.now())
    if (refusal) return { ok: false, reason: refusal }
    await freeAppointments(trx, order, { by, lineIds: [lineId] })
    return { ok: true }
  }
}
