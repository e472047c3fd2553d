import { audit } from '#core/audit'
import { createCustomer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { clock, PUBLIC, transaction, type Result, type Trx } from '#core/platform'
import { confirm, hold, refusingOverlap, Reservation, type ReserveRefusal } from '#core/scheduling'
import { setting } from '#core/settings'
import { queueAppointmentMail } from '#plugins/booking/mails/queue'
import { Appointment } from '#plugins/booking/models/appointment'
import { BookingLink } from '#plugins/booking/models/booking_link'
import { Draft } from '#plugins/booking/models/draft'
import { linkLife } from '#plugins/booking/domain/link_life'
import { confirmMinutes, holdMinutes } from '#plugins/booking/settings'

type Placement = {
  draft: Draft
  locale: Locale
  /** The place is kept, but the mailed link must be confirmed first. */
  byMail: boolean
}

type Placed = { appointment: Appointment; reservation: Reservation; token: string }
type Minutes = { hold: number; confirm: number }

/**
 * Makes the appointment out of a complete draft: number, customer, mail and audit row in one
 * transaction. A second submit returns the first appointment. A hold that lapsed is taken again
 * if the time is still free; otherwise the caller shows the nearest free times.
 */
export class PlaceAppointment {
  async handle(placement: Placement): Promise<Result<Placed, ReserveRefusal>> {
    const minutes = { hold: await setting(holdMinutes), confirm: await setting(confirmMinutes) }
    return refusingOverlap(() => transaction((trx) => this.#place(trx, placement, minutes)))
  }

  async #place(
    trx: Trx,
    placement: Placement,
    minutes: Minutes
  ): Promise<Result<Placed, ReserveRefusal>> {
    const draft = await this.#lock(trx, placement.draft)
    if (draft.appointmentId !== null) return this.#placedBefore(trx, draft.appointmentId)
    const held = await this.#heldReservation(trx, draft, minutes.hold)
    if (!held.ok) return held
    const customer = await createCustomer(trx, {
      firstName: draft.firstName!,
      lastName: draft.lastName!,
      email: draft.email,
      phone: draft.phone,
      locale: placement.locale,
      actor: PUBLIC,
    })
    const confirmed = await confirm(trx, held.reservation, {
      customerId: customer.id,
      ...(placement.byMail ? { pendingUntil: clock.now() + minutes.confirm * 60_000 } : {}),
    })
    if (!confirmed.ok) return { ok: false, reason: 'slot_taken' }
    return this.#record(trx, draft, confirmed.reservation, placement.locale)
  }

  /** A double click waits here until the first one has its appointment. */
  async #lock(trx: Trx, { id }: Draft): Promise<Draft> {
    await Draft.query({ client: trx }).where({ id }).increment('version', 1)
    return Draft.query({ client: trx })
      .where({ id })
      .preload('reservation')
      .preload('service')
      .preload('location')
      .firstOrFail()
  }

  async #placedBefore(trx: Trx, id: number): Promise<Result<Placed, never>> {
    const appointment = await Appointment.query({ client: trx })
      .where({ id })
      .preload('reservation')
      .firstOrFail()
    const { reservation } = appointment
    return {
      ok: true,
      appointment,
      reservation,
      token: await issueLink(trx, appointment, reservation),
    }
  }

  async #heldReservation(
    trx: Trx,
    draft: Draft,
    minutes: number
  ): Promise<Result<{ reservation: Reservation }, ReserveRefusal>> {
    if (draft.isHeld(clock.now())) return { ok: true, reservation: draft.reservation }
    const { service, location, startsAt } = draft
    return hold(trx, { service, location, startsAt, minutes, owner: 'booking', audience: 'public' })
  }

  async #record(
    trx: Trx,
    draft: Draft,
    reservation: Reservation,
    locale: Locale
  ): Promise<Result<Placed, never>> {
    const appointment = await Appointment.create(
      {
        reservationId: reservation.id,
        customerId: reservation.customerId!,
        formVersionId: draft.formVersionId,
        answers: draft.answers,
        locale,
      },
      { client: trx }
    )
    await draft
      .useTransaction(trx)
      .merge({ appointmentId: appointment.id, reservationId: reservation.id })
      .save()
    await audit(trx, {
      actor: PUBLIC,
      action: 'booking.booked',
      object: 'booking.appointment',
      objectId: appointment.id,
    })
    await queueAppointmentMail(trx, {
      appointment,
      reservation,
      occasion: reservation.state === 'pending' ? 'confirm_link' : 'ticket',
    })
    return {
      ok: true,
      appointment,
      reservation,
      token: await issueLink(trx, appointment, reservation),
    }
  }
}

function issueLink(trx: Trx, { id }: Appointment, reservation: Reservation): Promise<string> {
  return BookingLink.issue(trx, {
    appointmentId: id,
    purpose: 'manage',
    expiresAt: linkLife(reservation.endsAt),
  })
}
