import { createCustomer } from '#core/customers'
import type { Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { confirm, hold, refusingOverlap, type ReserveRefusal } from '#core/scheduling'
import { recordAppointment } from '#plugins/booking/actions/record_appointment'
import type { Appointment } from '#plugins/booking/models/appointment'
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
    if (!confirmed.ok)
      throw new Error(`A place just held could not be confirmed: ${confirmed.reason}`)
    const appointment = await recordAppointment(trx, {
      reservation: confirmed.reservation,
      customerId: person.id,
      answers,
      formVersionId,
      locale,
      actor: by,
    })
    return { ok: true, appointment }
  }
}
