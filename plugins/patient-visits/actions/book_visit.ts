import { audit } from '#core/audit'
import { ownCustomer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import {
  confirm,
  hold,
  refusingOverlap,
  type Reservation,
  type ReserveRefusal,
} from '#core/scheduling'
import { onceOnly } from '#core/web'
import { queueVisitMail } from '#plugins/patient-visits/mails/queue'
import { Visit } from '#plugins/patient-visits/models/visit'
import { ownClash } from '#plugins/patient-visits/queries/own_clash'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/** Whose visit it is: the account that is signed in, or a record that staff have open. */
export type Patient =
  { userId: number; firstName: string; lastName: string; email: string } | { customerId: number }

export type Booking = {
  /** Names the form that was shown, so that a double click books once. */
  formKey: string
  offer: VisitOffer
  /** epoch milliseconds */
  startsAt: number
  /** The doctor that was chosen; left out, whoever is free. */
  resourceId?: number
  patient: Patient
  by: Actor
  locale: Locale
}

export type BookRefusal = ReserveRefusal | 'own_visit_then'
type Booked = Result<{ visitId: number; publicId: string }, BookRefusal>

const OWNER = 'patient-visits'

/** V1: takes the time, for good or until the unit has confirmed it, as the visit type says. */
export class BookVisit {
  async handle(booking: Booking): Promise<Booked> {
    const { by, formKey, startsAt, offer, resourceId = 0 } = booking
    const scope = `${OWNER}.book:${by.kind}:${by.id}`
    const key = [formKey, offer.type.id, offer.location.id, startsAt, resourceId].join(' ')
    return refusingOverlap(() =>
      transaction((trx) => onceOnly(trx, scope, key, () => this.#book(trx, booking)))
    )
  }

  async #book(trx: Trx, booking: Booking): Promise<Booked> {
    const { offer, startsAt, by, resourceId } = booking
    const { service, location } = offer
    const customerId = await patientIn(trx, booking)
    const endsAt = startsAt + service.durationMinutes * 60_000
    if (await ownClash(trx, { customerId, startsAt, endsAt })) {
      return { ok: false, reason: 'own_visit_then' }
    }
    const isStaff = by.kind === 'staff' || by.kind === 'system'
    const audience = isStaff ? 'staff' : 'public'
    const wanted = { service, location, startsAt, audience, resourceId, owner: OWNER } as const
    const held = await hold(trx, { ...wanted, minutes: 1 })
    if (!held.ok) return held
    const isRequest = !isStaff && offer.type.confirmedBy === 'unit'
    const pendingUntil = isRequest ? startsAt : undefined
    const confirmed = await confirm(trx, held.reservation, { customerId, pendingUntil })
    if (!confirmed.ok) throw new Error('A time just held could not be confirmed')
    return this.#record(trx, booking, { customerId, reservation: confirmed.reservation })
  }

  async #record(
    trx: Trx,
    { offer, by, locale }: Booking,
    { customerId, reservation }: { customerId: number; reservation: Reservation }
  ): Promise<Booked> {
    const isStaff = by.kind === 'staff'
    const visit = await Visit.create(
      {
        // One number for both: whoever has the reservation (day view, audit, queue) finds it.
        id: reservation.id,
        reservationId: reservation.id,
        visitTypeId: offer.type.id,
        customerId,
        locale,
        bookedById: isStaff ? by.id : null,
      },
      { client: trx }
    )
    await audit(trx, {
      actor: by,
      ...(isStaff ? { onBehalfOf: { kind: 'customer', id: customerId } } : {}),
      action: reservation.state === 'pending' ? `${OWNER}.requested` : `${OWNER}.booked`,
      object: `${OWNER}.visit`,
      objectId: visit.id,
    })
    const occasion = reservation.state === 'pending' ? 'requested' : 'confirmed'
    await queueVisitMail(trx, { visit, reservation, offer, occasion })
    return { ok: true, visitId: visit.id, publicId: visit.publicId }
  }
}

async function patientIn(trx: Trx, { patient, locale, by }: Booking): Promise<number> {
  if ('customerId' in patient) return patient.customerId
  return (await ownCustomer(trx, { ...patient, locale, actor: by })).id
}
