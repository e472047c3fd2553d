import { audit } from '#core/audit'
import { heldFiles, setFiles } from '#core/files'
import { answeredFiles, withFiles, type Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import type { Actor, Trx } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import { appointmentFiles } from '#plugins/booking/files'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import { Appointment } from '#plugins/booking/models/appointment'

type Recorded = {
  reservation: Reservation
  customerId: number
  answers: Answers
  formVersionId: number | null
  locale: Locale
  actor: Actor
}

/** Writes the appointment of a reservation, with its audit row and its first mail. */
export async function recordAppointment(
  trx: Trx,
  { reservation, actor, customerId, answers, ...columns }: Recorded
): Promise<Appointment> {
  const isDesk = actor.kind === 'staff'
  const ids = await stillHeld(trx, answers)
  const appointment = await Appointment.create(
    {
      ...columns,
      answers: withFiles(answers, ids),
      // One number for both: whoever has the reservation (day view, audit, queue) finds it.
      id: reservation.id,
      reservationId: reservation.id,
      customerId,
      bookedById: isDesk ? actor.id : null,
    },
    { client: trx }
  )
  if (ids.length > 0) {
    await setFiles(trx, { use: appointmentFiles, recordId: appointment.id, ids, actor })
  }
  await audit(trx, {
    actor,
    ...(isDesk ? { onBehalfOf: { kind: 'customer', id: customerId } } : {}),
    action: 'booking.booked',
    object: 'booking.appointment',
    objectId: appointment.id,
  })
  await queueAppointmentMail(trx, {
    appointment,
    reservation,
    occasion: reservation.state === 'pending' ? 'confirm_link' : 'ticket',
  })
  return appointment
}

/** Files wait for a day; one that is gone leaves its question open and the appointment stands. */
async function stillHeld(trx: Trx, answers: Answers): Promise<string[]> {
  const ids = answeredFiles(answers)
  const held = await heldFiles(appointmentFiles, { ids, recordId: null, client: trx })
  return held.map(({ id }) => id)
}
