import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import { shownPlaces } from '#plugins/shop-quotes/domain/category_tree'
import { standingOn } from '#plugins/shop-quotes/domain/offered_days'
import { Category } from '#plugins/shop-quotes/models/category'
import { activeOffers, type Offer } from '#plugins/shop-quotes/queries/active_offers'

export type Catalogue = {
  /** Those that are shown, from top to bottom. */
  categories: Category[]
  /** What is offered on that day, in its order. */
  offers: Offer[]
  places: Location[]
}

/** S1: what the shop offers on a local day. No statement while it is kept. */
export async function catalogueOn(day: string): Promise<Catalogue> {
  const categories = shownPlaces(await keptRows(Category))
  const places = (await keptRows(Location)).filter((place) => place.active)
  const [shown, there] = [categories, places].map((all) => new Set(all.map(({ id }) => id)))
  const offers = (await activeOffers()).filter(
    (offer) =>
      shown.has(offer.categoryId) &&
      (offer.locationId === null || there.has(offer.locationId)) &&
      standingOn(offer, day) === 'offered'
  )
  return { categories, offers, places }
}
