import type { HttpContext } from '@adonisjs/core/http'
import { fold } from '#core/customers'
import { FORMAT_LOCALES, translated, type Location } from '#core/organisation'
import { urlFor } from '#core/platform'
import { PRICE_MODES } from '#plugins/shop-quotes/domain/catalogue'
import { narrowed, pageOf } from '#plugins/shop-quotes/domain/narrowed_offers'
import type { Asked } from '#plugins/shop-quotes/presenters/asked'
import { presentPrice } from '#plugins/shop-quotes/presenters/price'
import type { Offer } from '#plugins/shop-quotes/queries/active_offers'
import type { ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Listed = {
  offers: readonly Offer[]
  places: readonly Location[]
  today: ShopDay
  asked: Asked
  /** The page of the list; what is asked for follows. */
  path: string
}

type Wanted = Partial<Record<'q' | 'price' | 'location' | 'page', string | number | null>>

/** A list of services: what was found, how it can be narrowed, and its pages. */
export function presentOffers(ctx: HttpContext, { offers, places, today, asked, path }: Listed) {
  const place = places.find(({ slug }) => slug === asked.location)
  const wish = { search: fold(asked.q), price: asked.price, locationId: place?.id ?? null }
  const found = inOrder(ctx, narrowed(offers, wish))
  const { shown, page, pages, total } = pageOf(found, asked.page)
  const kept = { q: asked.q || null, price: asked.price, location: place?.slug ?? null }
  const address = (own: Wanted) => addressOf(path, { ...kept, ...own })
  return {
    search: {
      action: path,
      q: asked.q,
      kept: filled({ price: kept.price, location: kept.location }),
    },
    items: shown.map((offer) => presentOffer(ctx, offer, today)),
    filters: filtersOf(ctx, { offers, places, kept, address }),
    clear: kept.price || kept.location ? address({ price: null, location: null }) : null,
    pagination: {
      ...{ page, pages, total },
      previous: page > 1 ? address({ page: page - 1 }) : null,
      next: page < pages ? address({ page: page + 1 }) : null,
    },
    isNarrowed: kept.q !== null || kept.price !== null || kept.location !== null,
  }
}

const filled = (wanted: Wanted): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]]
    )
  )

function addressOf(path: string, wanted: Wanted): string {
  const query = new URLSearchParams(filled(wanted)).toString()
  return query === '' ? path : `${path}?${query}`
}

function inOrder({ locale }: HttpContext, offers: Offer[]): Offer[] {
  const { compare } = new Intl.Collator(FORMAT_LOCALES[locale])
  const named = offers.map((offer) => ({ offer, name: translated(offer.name, locale) }))
  return named
    .toSorted((a, b) => a.offer.position - b.offer.position || compare(a.name, b.name))
    .map(({ offer }) => offer)
}

function presentOffer(ctx: HttpContext, offer: Offer, today: ShopDay) {
  return {
    name: translated(offer.name, ctx.locale),
    summary: translated(offer.summary, ctx.locale),
    href: urlFor('shop-quotes.catalogue.services.show', { slug: offer.slug }),
    price: presentPrice(ctx, offer, today),
  }
}

type Filtered = Pick<Listed, 'offers' | 'places'> & {
  kept: Wanted
  address: (own: Wanted) => string
}

/** Only what tells services of this list apart is a filter. */
function filtersOf({ i18n }: HttpContext, { offers, places, kept, address }: Filtered) {
  const modes = PRICE_MODES.filter((mode) => offers.some((offer) => offer.priceMode === mode))
  const there = places.filter(({ id }) => offers.some(({ locationId }) => locationId === id))
  const price = modes.map((mode) => ({
    label: i18n.t(`shop-quotes.catalogue.filters.${mode}`),
    active: kept.price === mode,
    href: address({ price: kept.price === mode ? null : mode }),
  }))
  const location = there.map(({ slug, name }) => ({
    label: name,
    active: kept.location === slug,
    href: address({ location: kept.location === slug ? null : slug }),
  }))
  return [...(modes.length > 1 || kept.price ? price : []), ...(there.length > 0 ? location : [])]
}
