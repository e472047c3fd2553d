import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { carried } from '#plugins/booking/presenters/carried'
import type { Offer } from '#plugins/booking/queries/offers'

type Words = { location: string; service: string }

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A time chosen before stays this visitor's only one while they look at another offer (B7). */
export function keptDraft({ request }: Pick<HttpContext, 'request'>): { draft?: string } {
  const draft = word(request.qs().draft)
  return draft === null ? {} : { draft }
}

function distinct<T extends { slug: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.slug, item])).values()]
}

/**
 * The menus "location" and "service". What the link fixes, or what is the only possibility, is no
 * question. `chosen` tells that nothing is left to ask, `unknown` that the link names nothing.
 */
export function presentOfferMenus(ctx: HttpContext, all: Offer[]) {
  const { request, locale, i18n } = ctx
  const asked = { location: word(request.qs().location), service: word(request.qs().service) }
  const fits = (offer: Offer, key: keyof Words) =>
    asked[key] === null || offer[key].slug === asked[key]
  const locations = distinct(all.filter((offer) => fits(offer, 'service')).map((o) => o.location))
  const atPlace = all.filter((offer) => fits(offer, 'location'))
  const services = distinct(atPlace.map((offer) => offer.service))
  const matching = atPlace.filter((offer) => fits(offer, 'service'))
  const unknown = all.length > 0 && matching.length === 0
  return {
    title: i18n.t('booking.services.title'),
    action: urlFor('booking.services.index'),
    carried: { ...carried(ctx), ...keptDraft(ctx) },
    unknown,
    chosen: matching.length === 1 ? words(matching[0]) : null,
    location: asked.location,
    service: asked.service,
    locations: (unknown ? distinct(all.map((o) => o.location)) : locations).map((place) => ({
      value: place.slug,
      label: place.address ? `${place.name}, ${place.address}` : place.name,
    })),
    services: (unknown ? distinct(all.map((o) => o.service)) : services).map((service) => ({
      value: service.slug,
      label: i18n.t('booking.services.option', {
        name: translated(service.name, locale),
        minutes: service.durationMinutes,
      }),
    })),
  }
}

function words({ location, service }: Offer): Words {
  return { location: location.slug, service: service.slug }
}
