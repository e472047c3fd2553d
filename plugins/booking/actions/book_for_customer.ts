import { createCustomer, Customer, type NewCustomer } from '#core/customers'
import type { Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { confirm, hold, refusingOverlap, type ReserveRefusal } from '#core/scheduling'
import { onceOnly } from '#core/web'
import { recordAppointment } from '#plugins/booking/actions/record_appointment'
import type { Offer } from '#plugins/booking/queries/offers'

export type DeskBooking = {
  /** Names the form that was shown, so that a double click books once. */
  formKey: string
  offer: Offer
  startsAt: number
  by: Actor
  locale: Locale
  /** Somebody known, whom the member of staff may see, or somebody new. */
  customer: { id: number } | NewCaller
  answers: Answers
  formVersionId: number | null
}

type NewCaller = Pick<NewCustomer, 'firstName' | 'lastName' | 'email' | 'phone'>

type Booked = Result<{ reservationId: number; number: string }, ReserveRefusal | 'customer_gone'>

/**
 * B12: the front desk books for a customer who phones or comes by. The same places, numbers and
 * mail as online; internal seats are free to staff as well.
 */
export class BookForCustomer {
  async handle(booking: DeskBooking): Promise<Booked> {
    const scope = `booking.desk_booking:${booking.by.id}`
    return refusingOverlap(() =>
      transaction((trx) => onceOnly(trx, scope, keyOf(booking), () => this.#book(trx, booking)))
    )
  }

  async #book(trx: Trx, booking: DeskBooking): Promise<Booked> {
    const { offer, startsAt, by, locale, customer, answers, formVersionId } = booking
    const known = 'id' in customer ? await lockedCustomer(trx, customer.id) : null
    if ('id' in customer && !known) return { ok: false, reason: 'customer_gone' }
    const wanted = { ...offer, startsAt, owner: 'booking', audience: 'staff' } as const
    const held = await hold(trx, { ...wanted, minutes: 1 })
    if (!held.ok) return held
    const person =
      known ?? (await createCustomer(trx, { ...(customer as NewCaller), locale, actor: by }))
    const confirmed = await confirm(trx, held.reservation, { customerId: person.id })
    if (!confirmed.ok)
      throw new Error(`A place just held could not be confirmed: ${confirmed.reason}`)
    const { reservation } = confirmed
    const words = { answers, formVersionId, locale, actor: by }
    await recordAppointment(trx, { reservation, customerId: person.id, ...words })
    return { ok: true, reservationId: reservation.id, number: reservation.number! }
  }
}

/** Locked, so that nobody joins the record with another one meanwhile. */
const lockedCustomer = (trx: Trx, id: number) =>
  Customer.query({ client: trx }).where({ id }).forUpdate().first()

/** With all that was typed: a form that the back button brings again may be for another person. */
function keyOf({ formKey, offer, startsAt, customer, answers, locale }: DeskBooking): string {
  const ids = [offer.service.id, offer.location.id]
  return JSON.stringify([formKey, ids, startsAt, customer, answers, locale])
}
