import { audit } from '#core/audit'
import { PUBLIC, transaction, type Result } from '#core/platform'
import { confirm } from '#core/scheduling'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import type { Appointment } from '#plugins/booking/models/appointment'

/** The customer pressed the button behind the mailed link: the pending booking becomes real. */
export class ConfirmByMail {
  async handle(appointment: Appointment): Promise<Result<object, 'lapsed'>> {
    return transaction(async (trx) => {
      const confirmed = await confirm(trx, appointment.reservation, {
        customerId: appointment.customerId,
      })
      if (!confirmed.ok) return { ok: false, reason: 'lapsed' }
      const { reservation } = confirmed
      await audit(trx, {
        actor: PUBLIC,
        action: 'booking.confirmed',
        object: 'booking.appointment',
        objectId: appointment.id,
      })
      await queueAppointmentMail(trx, { appointment, reservation, occasion: 'ticket' })
      return { ok: true }
    })
  }
}
