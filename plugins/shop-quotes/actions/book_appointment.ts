import { rows, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { refusingOverlap, reserve, type ReserveRefusal } from '#core/scheduling'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { bookingRefusal, type NoBooking } from '#plugins/shop-quotes/domain/appointments'
import { queueAppointmentMail } from '#plugins/shop-quotes/mails/queue_appointment_mail'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import type { AppointmentOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { appointedLines, standingOf } from '#plugins/shop-quotes/queries/line_appointments'

type Wish = {
  orderId: number
  lineId: number
  offer: AppointmentOffer
  /** epoch milliseconds */
  startsAt: number
  by: Actor
}

export type BookRefusal = ReserveRefusal | NoBooking
type Booked = Result<object, BookRefusal>

/** One line never gets two: it is written only where it has what was read of it. */
const WRITE = `update ${OrderLine.table} set reservation_id = ?
  where id = ? and coalesce(reservation_id, 0) = ? returning 1`

/** S11: the one appointment of a line that has been paid; a second click gets the same one. */
export class BookAppointment {
  handle(wish: Wish): Promise<Booked> {
    return refusingOverlap(() => transaction((trx) => this.#book(trx, wish)))
  }

  async #book(trx: Trx, { orderId, lineId, offer, startsAt, by }: Wish): Promise<Booked> {
    const order = await lockedOrder(trx, orderId)
    const [appointed] = await appointedLines(trx, orderId, lineId)
    const { line, reservation: before } = appointed
    const refusal = bookingRefusal(standingOf(order, appointed))
    if (refusal === 'booked' && before!.startsAt === startsAt) return { ok: true }
    if (refusal) return { ok: false, reason: refusal }
    const { customerId, state: fromState } = order
    const who = { owner: 'shop-quotes', audience: 'public', customerId } as const
    const reserved = await reserve(trx, { ...offer, ...who, startsAt })
    if (!reserved.ok) return reserved
    const { reservation } = reserved
    const written = [reservation.id, line.id, line.reservationId ?? 0]
    if ((await rows(trx, WRITE, written)).length !== 1)
      throw new Error(`A line of order ${order.number} was read without a lock`)
    const appointment: [unknown, unknown] = [null, { at: startsAt, zone: offer.location.zone }]
    await recordEntry(trx, order, { deed: 'booked', by, fromState, changes: { appointment } })
    await queueAppointmentMail(trx, order, { occasion: 'booked', line, reservation, offer })
    return { ok: true }
  }
}
