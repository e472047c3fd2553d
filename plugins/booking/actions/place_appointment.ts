import { guestCustomer, ownCustomer } from '#core/customers'
import type { Locale } from '#core/organisation'
import {
  clock,
  PUBLIC,
  transaction,
  updateRows,
  type Actor,
  type Result,
  type Trx,
} from '#core/platform'
import { confirm, refusingOverlap, type Reservation, type ReserveRefusal } from '#core/scheduling'
import { setting } from '#core/settings'
import type { Admission } from '#core/web'
import { heldReservation, lockedDraft } from '#plugins/booking/actions/locked_draft'
import { recordAppointment } from '#plugins/booking/actions/record_appointment'
import { Appointment } from '#plugins/booking/models/appointment'
import { BookingLink } from '#plugins/booking/models/booking_link'
import { Draft } from '#plugins/booking/models/draft'
import { linkLife } from '#plugins/booking/domain/link_life'
import { confirmMinutes, holdMinutes } from '#plugins/booking/settings'

type Placement = {
  draft: Draft
  locale: Locale
  /** The account of the customer who is signed in. */
  userId: number | null
  /** The place is kept, but the mailed link must be confirmed first. */
  byMail: boolean
  /** B9: the proof that a person confirms, and the limits. */
  admit: (trx: Trx) => Promise<Admission>
}

type Placed = { appointment: Appointment; reservation: Reservation; token: string }
type Answer = Result<Placed, ReserveRefusal> | Exclude<Admission, { ok: true }>
export type NotPlaced = Exclude<Answer, { ok: true }>
type Minutes = { hold: number; confirm: number }

/**
 * Makes the appointment out of a complete draft: number, customer, mail and audit row in one
 * transaction. A second submit returns the first appointment. A hold that lapsed is taken again
 * if the time is still free; otherwise the caller shows the nearest free times.
 */
export class PlaceAppointment {
  async handle(placement: Placement): Promise<Answer> {
    const minutes = { hold: await setting(holdMinutes), confirm: await setting(confirmMinutes) }
    return refusingOverlap(() => transaction((trx) => this.#place(trx, placement, minutes)))
  }

  async #place(trx: Trx, placement: Placement, minutes: Minutes): Promise<Answer> {
    const draft = await lockedDraft(trx, placement.draft)
    if (draft.appointmentId !== null) return this.#placedBefore(trx, draft.appointmentId)
    const held = await heldReservation(trx, draft, minutes.hold)
    if (!held.ok) return held
    const admitted = await placement.admit(trx)
    if (!admitted.ok) return admitted
    const by = actorOf(placement)
    const person = {
      firstName: draft.firstName!,
      lastName: draft.lastName!,
      email: draft.email,
      phone: draft.phone,
      locale: placement.locale,
      actor: by,
    }
    const { userId } = placement
    const customer =
      userId === null
        ? await guestCustomer(trx, person)
        : await ownCustomer(trx, { ...person, userId })
    const confirmed = await confirm(trx, held.reservation, {
      customerId: customer.id,
      ...(placement.byMail ? { pendingUntil: clock.now() + minutes.confirm * 60_000 } : {}),
    })
    if (!confirmed.ok)
      throw new Error(`A place just held could not be confirmed: ${confirmed.reason}`)
    const { reservation } = confirmed
    const appointment = await recordAppointment(trx, {
      reservation,
      customerId: customer.id,
      answers: draft.answers,
      formVersionId: draft.formVersionId,
      locale: placement.locale,
      actor: by,
    })
    const became = { appointmentId: appointment.id, reservationId: reservation.id }
    await updateRows(trx, Draft, { id: draft.id }, became)
    return this.#placed(trx, appointment, reservation)
  }

  async #placedBefore(trx: Trx, id: number): Promise<Result<Placed, never>> {
    const appointment = await Appointment.query({ client: trx })
      .where({ id })
      .preload('reservation')
      .firstOrFail()
    return this.#placed(trx, appointment, appointment.reservation)
  }

  async #placed(
    trx: Trx,
    appointment: Appointment,
    reservation: Reservation
  ): Promise<Result<Placed, never>> {
    const token = await BookingLink.issue(trx, {
      appointmentId: appointment.id,
      purpose: 'manage',
      expiresAt: linkLife(reservation.endsAt),
    })
    return { ok: true, appointment, reservation, token }
  }
}

const actorOf = ({ userId }: Placement): Actor =>
  userId === null ? PUBLIC : { kind: 'customer', id: userId }
