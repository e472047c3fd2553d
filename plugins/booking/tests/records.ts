import { Customer } from '#core/customers'
import { clock } from '#core/platform'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { Appointment } from '#plugins/booking/models/appointment'
import type { RecordMakers } from '#tests/kit/record_matrix'
import { someStaff } from '#tests/accounts/people'
import { aLocation, aResource, aService, isOpen } from '#tests/scheduling/planner'

const HOUR = 3_600_000
let serial = 0

const appointment: RecordMakers[string] = {
  make: async (location) => {
    const resource = await aResource(location, { name: `${location.name} cabin` })
    await isOpen(location, { opens: '00:00', closes: '24:00' })
    const name = { en: `${location.name} fitting` }
    const service = await aService(location, [{ of: [resource] }], { name, minNoticeMinutes: 0 })
    const booked = await new BookForCustomer().handle({
      formKey: `matrix-${++serial}`,
      offer: { service, location },
      startsAt: Math.ceil(clock.now() / HOUR) * HOUR + 48 * HOUR,
      by: { kind: 'staff', id: (await someStaff()).id },
      locale: 'en',
      customer: { firstName: 'Ada', lastName: location.name, email: null, phone: null },
      answers: {},
      formVersionId: null,
    })
    if (!booked.ok) throw new Error(booked.reason)
    return { id: booked.reservationId }
  },
}

/** How to get a record for every route of the panel about an appointment. */
export const bookingRecords: RecordMakers = {
  'booking.appointments': appointment,
  'booking.desk_moves': appointment,
}

/** Public id of an appointment in the account of this person. */
export async function anAppointmentOf(userId: number): Promise<string> {
  const { id } = await appointment.make(await aLocation())
  const booked = await Appointment.findOrFail(id)
  await Customer.query().where('id', booked.customerId).update({ userId })
  return booked.publicId
}
