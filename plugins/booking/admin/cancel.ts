import type { Action } from '#core/admin'
import { clock } from '#core/platform'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
import { staffMayChange } from '#plugins/booking/domain/change_deadline'
import type { BookedTime } from '#plugins/booking/models/booked_time'
import { appointmentOfReservation } from '#plugins/booking/queries/appointment_of_reservation'

/** Staff move and cancel until it ends, whatever the deadline for customers. */
export const canChange = (time: BookedTime) => staffMayChange(time, clock.now())

/** On a record, on many, in the palette and on the command line; the customer reads the reason. */
export const cancel: Action<BookedTime> = {
  id: 'cancel',
  permission: 'booking.manage',
  on: ['row', 'bulk', 'palette', 'command'],
  icon: 'calendar-x',
  danger: true,
  form: [{ name: 'reason', kind: 'long_text', max: 500, rows: 3, hint: true }],
  when: (time) => canChange(time) || time.state === 'pending',
  whyNot: ({ state }) => `booking.admin.not_cancelled.${state === 'confirmed' ? 'over' : 'ended'}`,
  run: async ({ record, values, viewer }) => {
    const appointment = await appointmentOfReservation(record.id)
    const reason = typeof values.reason === 'string' && values.reason ? values.reason : null
    const done = await new CancelAppointment().handle(appointment, { by: viewer.actor, reason })
    if (!done.ok) return { ok: false, reason: 'booking.admin.notices.cancelled_before' }
    const said = record.customer.email ? 'cancelled' : 'cancelled_without_mail'
    return { ok: true, notice: `booking.admin.notices.${said}` }
  },
}
