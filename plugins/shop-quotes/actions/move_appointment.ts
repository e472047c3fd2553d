import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { move, refusingOverlap, type ReserveRefusal } from '#core/scheduling'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { changeRefusal } from '#plugins/shop-quotes/domain/appointments'
import { queueAppointmentMail } from '#plugins/shop-quotes/mails/queue_appointment_mail'
import type { AppointmentOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { appointedLines } from '#plugins/shop-quotes/queries/line_appointments'

type Move = {
  orderId: number
  lineId: number
  offer: AppointmentOffer
  /** epoch milliseconds */
  startsAt: number
  by: Actor
  /** The reservation's `sequence` when its page was shown. */
  seen: number
}

export type MoveRefusal = ReserveRefusal | 'not_movable' | 'not_another_time' | 'moved_meanwhile'
type Moved = Result<object, MoveRefusal>

/** S11: another time in one step: the old one is given up only when the new one is taken. */
export class MoveAppointment {
  handle(wish: Move): Promise<Moved> {
    return refusingOverlap(() => transaction((trx) => this.#move(trx, wish)))
  }

  async #move(trx: Trx, { orderId, lineId, offer, startsAt, by, seen }: Move): Promise<Moved> {
    const order = await lockedOrder(trx, orderId)
    const [{ line, reservation }] = await appointedLines(trx, orderId, lineId)
    if (reservation?.state !== 'confirmed') return { ok: false, reason: 'not_movable' }
    const { startsAt: before, sequence, outcome } = reservation
    if (before === startsAt && seen < sequence) return { ok: true }
    if (seen !== sequence) return { ok: false, reason: 'moved_meanwhile' }
    if (before === startsAt) return { ok: false, reason: 'not_another_time' }
    const { minNoticeMinutes: noticeMinutes } = offer.service
    const booked = { state: order.state, startsAt: before, outcome, noticeMinutes }
    if (changeRefusal(booked, clock.now())) return { ok: false, reason: 'not_movable' }
    const moved = await move(trx, reservation, { startsAt, audience: 'public', sequence })
    if (!moved.ok) return moved
    const { zone } = offer.location
    const appointment: [unknown, unknown] = [
      { at: before, zone },
      { at: startsAt, zone },
    ]
    const { state: fromState } = order
    await recordEntry(trx, order, { deed: 'moved', by, fromState, changes: { appointment } })
    await queueAppointmentMail(trx, order, { occasion: 'moved', line, reservation, offer })
    return { ok: true }
  }
}
