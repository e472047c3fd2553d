import type { PriceMode } from '#plugins/shop-quotes/domain/catalogue'
import { isFoundBy } from '#plugins/shop-quotes/domain/service_words'

/** So many services fit a page. */
export const PAGE = 20

type Narrowed = {
  readonly words: string
  readonly priceMode: PriceMode
  readonly locationId: number | null
}

export type Wish = {
  /** Folded; empty: not searched. */
  readonly search: string
  readonly price: PriceMode | null
  /** What everybody offers is offered there too. */
  readonly locationId: number | null
}

/** What is left of services after a search and filters. */
export const narrowed = <O extends Narrowed>(
  offers: readonly O[],
  { search, price, locationId }: Wish
): O[] =>
  offers.filter(
    (offer) =>
      (search === '' || isFoundBy(offer.words, search)) &&
      (price === null || offer.priceMode === price) &&
      (locationId === null || offer.locationId === null || offer.locationId === locationId)
  )

/** One page of them; a page that is not there is the nearest that is. */
export function pageOf<O>(offers: readonly O[], asked: number) {
  const pages = Math.max(1, Math.ceil(offers.length / PAGE))
  const page = Math.min(Math.max(asked, 1), pages)
  return { page, pages, total: offers.length, shown: offers.slice((page - 1) * PAGE, page * PAGE) }
}
