import { audit } from '#core/audit'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { release } from '#core/scheduling'
import { lockedVisit } from '#plugins/patient-visits/actions/move_visit'
import type { VisitState } from '#plugins/patient-visits/domain/visit_states'
import { queueVisitMail } from '#plugins/patient-visits/mails/queue'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

export type End = {
  visitId: number
  offer: VisitOffer
  by: Actor
  /** V4: of the patient alone; kept encrypted and told to nobody but staff. */
  reason?: string | null
  /** Only while it is one of these: what a colleague confirmed meanwhile is not refused any more. */
  from?: readonly VisitState[]
  /** Dates that the mail offers instead, in epoch milliseconds. */
  instead?: readonly number[]
}

type Ended = Result<object, 'already_released' | 'changed_meanwhile'>

/** V4: gives the date back, by the patient or by the unit, and says so by mail. */
export class EndVisit {
  async handle(end: End): Promise<Ended> {
    return transaction((trx) => endVisit(trx, end))
  }
}

/** The same inside a transaction that ends several. */
export async function endVisit(trx: Trx, end: End): Promise<Ended> {
  const { by, offer, reason = null, from, instead = [] } = end
  const visit = await lockedVisit(trx, end.visitId)
  if (from && !from.includes(visit.state)) return { ok: false, reason: 'changed_meanwhile' }
  const released = await release(trx, visit.reservation, { by })
  if (!released.ok) return released
  const endedBy = by.kind === 'customer' ? 'patient' : 'unit'
  await visit.merge({ endedBy, reason, version: visit.version + 1 }).save()
  const occasion = occasionOf(visit.state)
  await audit(trx, {
    actor: by,
    action: `patient-visits.${occasion}`,
    object: 'patient-visits.visit',
    objectId: visit.id,
  })
  await queueVisitMail(trx, { visit, reservation: released.reservation, offer, occasion, instead })
  return { ok: true }
}

function occasionOf(state: string) {
  if (state === 'refused') return 'refused'
  return state === 'cancelled' ? 'cancelled' : 'cancelled_by_unit'
}
