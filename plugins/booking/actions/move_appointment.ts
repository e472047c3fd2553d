import { audit } from '#core/audit'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { move, refusingOverlap, Reservation, type ReserveRefusal } from '#core/scheduling'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import { Appointment } from '#plugins/booking/models/appointment'

type Move = {
  startsAt: number
  audience: 'public' | 'staff'
  by: Actor
  /** The appointment's `sequence` when its page was shown; left out, the last word counts. */
  seen?: number
}

type Moved = Result<
  { number: string | null },
  ReserveRefusal | 'not_movable' | 'not_another_time' | 'moved_meanwhile'
>

/** Moves to another free time in one step: the old place is given up only when the new is taken. */
export class MoveAppointment {
  async handle({ id, reservation }: Appointment, wish: Move): Promise<Moved> {
    const moved = await refusingOverlap(() => transaction((trx) => this.#move(trx, id, wish)))
    if (moved.ok || moved.reason !== 'slot_taken') return moved
    const now = await Reservation.findOrFail(reservation.id)
    const isLost = now.sequence !== reservation.sequence
    return isLost ? this.#lost(now, wish) : moved
  }

  /** Another move of the same appointment won the race: a double click, or somebody else. */
  #lost({ startsAt, number }: Reservation, wish: Move): Moved {
    if (startsAt === wish.startsAt) return { ok: true, number }
    return { ok: false, reason: wish.seen === undefined ? 'slot_taken' : 'moved_meanwhile' }
  }

  async #move(trx: Trx, id: number, { startsAt, audience, by, seen }: Move): Promise<Moved> {
    const appointment = await Appointment.query({ client: trx })
      .where({ id })
      .preload('reservation')
      .firstOrFail()
    const { startsAt: before, sequence, number } = appointment.reservation
    if (seen !== undefined && seen !== sequence) {
      return before === startsAt ? { ok: true, number } : { ok: false, reason: 'moved_meanwhile' }
    }
    if (before === startsAt) return { ok: false, reason: 'not_another_time' }
    const moved = await move(trx, appointment.reservation, { startsAt, audience, sequence })
    if (!moved.ok) return moved
    await audit(trx, {
      actor: by,
      action: 'booking.moved',
      object: 'booking.appointment',
      objectId: appointment.id,
      table: 'scheduling_reservations',
      changes: { starts_at: [before, startsAt] },
    })
    await queueAppointmentMail(trx, {
      appointment,
      reservation: moved.reservation,
      occasion: 'moved',
    })
    return { ok: true, number: moved.reservation.number }
  }
}
