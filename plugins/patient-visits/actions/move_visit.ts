import { audit } from '#core/audit'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { confirm, move, refusingOverlap, type ReserveRefusal } from '#core/scheduling'
import { queueVisitMail } from '#plugins/patient-visits/mails/queue'
import { Visit } from '#plugins/patient-visits/models/visit'
import { ownClash } from '#plugins/patient-visits/queries/own_clash'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

type Move = {
  visitId: number
  offer: VisitOffer
  /** epoch milliseconds */
  startsAt: number
  /** Left out, whoever is free. */
  resourceId?: number
  by: Actor
  /** The reservation's `sequence` when its page was shown; another move since then is told. */
  seen?: number
}

export type MoveRefusal =
  ReserveRefusal | 'not_movable' | 'not_another_time' | 'moved_meanwhile' | 'own_visit_then'

type Moved = Result<{ isRequest: boolean }, MoveRefusal>

/**
 * V3: another date in one step: the old one is given up only when the new one is taken. By the
 * patient it waits for the unit where the visit type says so; by staff it is confirmed.
 */
export class MoveVisit {
  async handle(wish: Move): Promise<Moved> {
    return refusingOverlap(() => transaction((trx) => this.#move(trx, wish)))
  }

  async #move(trx: Trx, wish: Move): Promise<Moved> {
    const { startsAt, resourceId, by, seen, offer } = wish
    const visit = await lockedVisit(trx, wish.visitId)
    const { startsAt: before, sequence, state, id } = visit.reservation
    const isStaff = by.kind === 'staff'
    if (before === startsAt && !(isStaff && resourceId !== undefined)) {
      const isTwin = seen !== undefined && seen !== sequence
      return isTwin ? told(visit) : { ok: false, reason: 'not_another_time' }
    }
    if (seen !== undefined && seen !== sequence) return { ok: false, reason: 'moved_meanwhile' }
    const endsAt = startsAt + offer.service.durationMinutes * 60_000
    const { customerId } = visit
    if (!isStaff && (await ownClash(trx, { customerId, startsAt, endsAt, ignoring: id }))) {
      return { ok: false, reason: 'own_visit_then' }
    }
    const isRequest = !isStaff && (offer.type.confirmedBy === 'unit' || state === 'pending')
    const moved = await move(trx, visit.reservation, {
      ...{ startsAt, resourceId, sequence },
      audience: isStaff ? 'staff' : 'public',
      pendingUntil: isRequest || state === 'pending' ? startsAt : undefined,
    })
    if (!moved.ok) return moved
    if (isStaff && state === 'pending') await confirm(trx, visit.reservation, { customerId })
    if (!isStaff) visit.changes++
    await visit.merge({ version: visit.version + 1 }).save()
    await this.#tell(trx, { visit, before, wish })
    return told(visit)
  }

  async #tell(trx: Trx, { visit, before, wish }: { visit: Visit; before: number; wish: Move }) {
    const { startsAt, by, offer } = wish
    await audit(trx, {
      actor: by,
      action: 'patient-visits.moved',
      object: 'patient-visits.visit',
      objectId: visit.id,
      table: 'scheduling_reservations',
      changes: { starts_at: [before, startsAt] },
    })
    const { reservation } = visit
    const occasion = reservation.state === 'pending' ? 'requested' : 'moved'
    await queueVisitMail(trx, { visit, reservation, offer, occasion })
  }
}

const told = ({ reservation }: Visit): Moved => ({
  ok: true,
  isRequest: reservation.state === 'pending',
})

/** Waits for whoever changes the same visit, and reads it after them. */
export async function lockedVisit(trx: Trx, id: number): Promise<Visit> {
  return Visit.query({ client: trx }).where({ id }).preload('reservation').forUpdate().firstOrFail()
}
