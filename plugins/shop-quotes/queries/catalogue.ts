import { Location } from '#core/organisation'
import { cached, keptRows } from '#core/platform'
import { shownPlaces } from '#plugins/shop-quotes/domain/category_tree'
import { standingOn } from '#plugins/shop-quotes/domain/offered_days'
import { Category } from '#plugins/shop-quotes/models/category'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

const SHOWN = [
  ...['id', 'slug', 'categoryId', 'locationId', 'name', 'summary', 'words', 'priceMode'],
  ...['priceMinor', 'basis', 'taxClass', 'availableFrom', 'availableTo', 'position'],
] as const

/** What the lists of the shop show of a service. */
export type Offer = Readonly<
  Pick<
    ShopService,
    | 'id'
    | 'slug'
    | 'categoryId'
    | 'locationId'
    | 'name'
    | 'summary'
    | 'words'
    | 'priceMode'
    | 'priceMinor'
    | 'basis'
    | 'taxClass'
    | 'availableFrom'
    | 'availableTo'
    | 'position'
  >
>

/** As plugins and settings: another process sees a change after that time at the latest. */
const FRESH_FOR = 500

/** Plain values: hundreds of pages read them, and a model's properties cost more than a field's. */
const active = cached(FRESH_FOR, async () => {
  const services = await ShopService.query()
    .where('active', true)
    .select([...SHOWN])
    .orderBy('position')
    .orderBy('id')
  return services.map(({ $attributes }) => ({ ...$attributes }) as Offer)
})

function forget({ $trx }: ShopService): void {
  active.forget()
  $trx?.after('commit', () => active.forget())
}

ShopService.boot()
ShopService.after('save', forget)
ShopService.after('delete', forget)

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
  const offers = (await active.get()).filter(
    (offer) =>
      shown.has(offer.categoryId) &&
      (offer.locationId === null || there.has(offer.locationId)) &&
      standingOn(offer, day) === 'offered'
  )
  return { categories, offers, places }
}
