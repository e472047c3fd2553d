import { audit } from '#core/audit'
import { transaction, type Actor, type Result } from '#core/platform'
import { move, refusingOverlap, type ReserveRefusal } from '#core/scheduling'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import type { Appointment } from '#plugins/booking/models/appointment'

type Move = { startsAt: number; audience: 'public' | 'staff'; by: Actor }

/** Moves to another free time in one step: the old place is given up only when the new is taken. */
export class MoveAppointment {
  async handle(
    appointment: Appointment,
    { startsAt, audience, by }: Move
  ): Promise<Result<object, ReserveRefusal | 'not_movable'>> {
    const before = appointment.reservation.startsAt
    return refusingOverlap(() =>
      transaction(async (trx) => {
        const moved = await move(trx, appointment.reservation, { startsAt, audience })
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
        return { ok: true }
      })
    )
  }
}
