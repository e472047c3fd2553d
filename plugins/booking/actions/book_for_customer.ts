import { audit } from '#core/audit'
import { createCustomer } from '#core/customers'
import type { Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { confirm, hold, refusingOverlap, type ReserveRefusal } from '#core/scheduling'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import { Appointment } from '#plugins/booking/models/appointment'
import type { Offer } from '#plugins/booking/queries/offers'

export type DeskBooking = {
  offer: Offer
  startsAt: number
  by: Actor
  locale: Locale
  customer: { firstName: string; lastName: string; email: string | null; phone: string | null }
  answers: Answers
  formVersionId: number | null
}

/**
 * B12: the front desk books for a customer who phones or comes by. The same places, numbers and
 * mail as online; internal seats are free to staff as well.
 */
export class BookForCustomer {
  async handle(
    booking: DeskBooking
  ): Promise<Result<{ appointment: Appointment }, ReserveRefusal>> {
    return refusingOverlap(() => transaction((trx) => this.#book(trx, booking)))
  }

  async #book(
    trx: Trx,
    { offer, startsAt, by, locale, customer, answers, formVersionId }: DeskBooking
  ): Promise<Result<{ appointment: Appointment }, ReserveRefusal>> {
    const held = await hold(trx, {
      ...offer,
      startsAt,
      owner: 'booking',
      audience: 'staff',
      minutes: 1,
    })
    if (!held.ok) return held
    const person = await createCustomer(trx, { ...customer, locale, actor: by })
    const confirmed = await confirm(trx, held.reservation, { customerId: person.id })
    if (!confirmed.ok) return { ok: false, reason: 'slot_taken' }
    const { reservation } = confirmed
    const appointment = await Appointment.create(
      {
        reservationId: reservation.id,
        customerId: person.id,
        formVersionId,
        answers,
        locale,
        bookedById: by.id,
      },
      { client: trx }
    )
    await audit(trx, {
      actor: by,
      onBehalfOf: { kind: 'customer', id: person.id },
      action: 'booking.booked',
      object: 'booking.appointment',
      objectId: appointment.id,
    })
    await queueAppointmentMail(trx, { appointment, reservation, occasion: 'ticket' })
    return { ok: true, appointment }
  }
}
