import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { askedOffer, type Asked, type Words } from '#plugins/booking/domain/asked_offer'
import { carried } from '#plugins/booking/presenters/carried'
import { whereOf } from '#plugins/booking/presenters/where'
import type { Offer } from '#plugins/booking/queries/offers'

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A time chosen before stays this visitor's only one while they look at another offer (B7). */
function keptDraft({ request }: Pick<HttpContext, 'request'>): { draft?: string } {
  const draft = word(request.qs().draft)
  return draft === null ? {} : { draft }
}

function distinct<T extends { slug: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.slug, item])).values()]
}

const wordsOf = ({ location, service }: Offer): Words => ({
  location: location.slug,
  service: service.slug,
})

/**
 * The menus "place" and "service" (B2). What the link fixes is told, not asked. `chosen` tells
 * that nothing is left to ask, `unknown` that the link names what is not offered.
 */
export function presentOfferMenus(ctx: HttpContext, all: readonly Offer[]) {
  const { location, service } = ctx.request.qs()
  const asked = askedOffer(all.map(wordsOf), { location: word(location), service: word(service) })
  const open = all.filter((offer) => asked.offers.some((words) => isAt(offer, words)))
  const kept = { ...carried(ctx), ...keptDraft(ctx) }
  return {
    title: ctx.i18n.t('booking.services.title'),
    action: urlFor('booking.services.index'),
    carried: kept,
    unknown: asked.problem === 'unknown',
    notThere: asked.problem === 'not_there',
    chosen: asked.chosen,
    fixed: asked.fixed,
    fixedItems: presentFixed(ctx, asked.fixed, { open, kept }),
    locations: asked.fixed.location ? [] : presentLocations(ctx, open, asked.fixed),
    services: asked.fixed.service ? [] : presentServices(ctx, open),
  }
}

const isAt = (offer: Offer, words: Words) =>
  offer.location.slug === words.location && offer.service.slug === words.service

type Fixed = { open: readonly Offer[]; kept: Record<string, string> }

function presentFixed({ i18n, locale }: HttpContext, fixed: Asked, { open, kept }: Fixed) {
  const change = urlFor('booking.services.index', {}, kept)
  const item = (label: string, text: string) => ({ label: i18n.t(label), text, change })
  return [
    ...(fixed.location ? [item('booking.fields.place', whereOf(open[0].location))] : []),
    ...(fixed.service
      ? [item('booking.fields.service', translated(open[0].service.name, locale))]
      : []),
  ]
}

function presentLocations({ i18n }: HttpContext, open: readonly Offer[], fixed: Asked) {
  const places = distinct(open.map((offer) => offer.location)).map((place) => ({
    value: place.slug,
    label: whereOf(place),
  }))
  const anyPlace = { value: '', label: i18n.t('booking.services.any_place') }
  return places.length > 1 && !fixed.service ? [anyPlace, ...places] : places
}

/** With several places in the menu a service that only one of them offers says which. */
function presentServices({ i18n, locale }: HttpContext, open: readonly Offer[]) {
  const isOnePlace = distinct(open.map((offer) => offer.location)).length === 1
  return distinct(open.map((offer) => offer.service)).map((service) => {
    const places = open.filter((offer) => offer.service === service)
    const key = isOnePlace || places.length > 1 ? 'option' : 'option_at'
    const label = i18n.t(`booking.services.${key}`, {
      name: translated(service.name, locale),
      minutes: service.durationMinutes,
      place: places[0].location.name,
    })
    return { value: service.slug, label }
  })
}
