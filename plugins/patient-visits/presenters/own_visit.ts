import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { clock, urlFor } from '#core/platform'
import {
  cancelRefusal,
  changeRefusal,
  type OwnVisit,
} from '#plugins/patient-visits/domain/self_service'
import { selfServiceOf } from '#plugins/patient-visits/models/visit_type'
import { ownVisit, type ToldVisit } from '#plugins/patient-visits/queries/own_visits'

const PUBLIC_ID = /^[\w-]{22}$/

/** The visit in the address, of whoever is signed in; another person's is not there. */
export async function visitOf(ctx: HttpContext): Promise<ToldVisit> {
  const { id } = ctx.params
  const user = signedInCustomer(ctx)
  const found = PUBLIC_ID.test(id) ? await ownVisit(user.id, id) : null
  if (!found) throw new Exception('No such visit of this person', { status: 404 })
  return found
}

/** V3, V4: why the patient cannot change or cancel it themselves; null where they can. */
export function refusalsOf({ visit, offer }: ToldVisit) {
  const { state, changes, reservation } = visit
  const own: OwnVisit = { state, changes, startsAt: reservation.startsAt }
  const rules = selfServiceOf(offer.type)
  const now = clock.now()
  return { change: changeRefusal(own, rules, now), cancel: cancelRefusal(own, rules, now) }
}

export const addressOf = ({ visit }: Pick<ToldVisit, 'visit'>) =>
  urlFor('patient-visits.mine.show', { id: visit.publicId })
