import { audit } from '#core/audit'
import { transaction, type Actor, type Result } from '#core/platform'
import { confirm } from '#core/scheduling'
import { lockedVisit } from '#plugins/patient-visits/actions/move_visit'
import { queueVisitMail } from '#plugins/patient-visits/mails/queue'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/** The unit confirms what a patient asked for; it gets its number and the patient a mail. */
export class ConfirmVisit {
  async handle(wish: {
    visitId: number
    offer: VisitOffer
    by: Actor
  }): Promise<Result<object, 'not_waiting'>> {
    return transaction(async (trx) => {
      const visit = await lockedVisit(trx, wish.visitId)
      const { customerId } = visit
      const confirmed = await confirm(trx, visit.reservation, { customerId })
      if (!confirmed.ok) return { ok: false, reason: 'not_waiting' }
      await audit(trx, {
        actor: wish.by,
        action: 'patient-visits.confirmed',
        object: 'patient-visits.visit',
        objectId: visit.id,
      })
      const { reservation } = confirmed
      const { offer } = wish
      await queueVisitMail(trx, { visit, reservation, offer, occasion: 'confirmed' })
      return { ok: true }
    })
  }
}
