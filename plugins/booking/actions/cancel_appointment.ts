import { audit } from '#core/audit'
import { transaction, type Actor, type Result } from '#core/platform'
import { release } from '#core/scheduling'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import type { Appointment } from '#plugins/booking/models/appointment'

/** Gives the place back to everybody and tells the customer, whoever cancelled. */
export class CancelAppointment {
  async handle(
    appointment: Appointment,
    { by, reason }: { by: Actor; reason: string | null }
  ): Promise<Result<object, 'already_released'>> {
    return transaction(async (trx) => {
      const released = await release(trx, appointment.reservation, {
        by,
        reason: reason ?? undefined,
      })
      if (!released.ok) return released
      await audit(trx, {
        actor: by,
        action: 'booking.cancelled',
        object: 'booking.appointment',
        objectId: appointment.id,
      })
      await queueAppointmentMail(trx, {
        appointment,
        reservation: released.reservation,
        occasion: 'cancelled',
      })
      return { ok: true }
    })
  }
}
