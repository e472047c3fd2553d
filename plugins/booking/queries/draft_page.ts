import { Location } from '#core/organisation'
import { Service } from '#core/scheduling'
import { Draft } from '#plugins/booking/models/draft'
import type { Offer } from '#plugins/booking/queries/offers'

export type DraftPage = { draft: Draft; offer: Offer; token: string }

/** A draft with what it is about: four statements. None for an unknown or purged secret. */
export async function draftPage(token: string): Promise<DraftPage | null> {
  const draft = await Draft.ofToken(token)
  if (!draft) return null
  const service = await Service.findOrFail(draft.serviceId)
  const location = await Location.findOrFail(draft.locationId)
  return { draft, offer: { service, location }, token }
}
