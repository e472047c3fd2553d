import type { HttpContext } from '@adonisjs/core/http'
import { filesOf, pictureSize } from '#core/files'
import { formFor } from '#core/forms'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { standingOn } from '#plugins/shop-quotes/domain/offered_days'
import { servicePictures } from '#plugins/shop-quotes/files'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { presentPrice } from '#plugins/shop-quotes/presenters/price'
import { offersOf } from '#plugins/shop-quotes/queries/appointment_offers'
import type { Catalogue } from '#plugins/shop-quotes/queries/catalogue'
import type { ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Shown = { catalogue: Catalogue; today: ShopDay }

const key = (word: string) => `shop-quotes.catalogue.service.${word}`

/** S1: one service, what it costs and what happens with it. */
export async function presentService(ctx: HttpContext, service: ShopService, shown: Shown) {
  const { slug, name, summary, description, priceMode } = service
  const refusal = refusalOf(ctx, service, shown.today)
  return {
    title: translated(name, ctx.locale),
    summary: translated(summary, ctx.locale),
    description: translated(description, ctx.locale),
    picture: await pictureOf(ctx, service),
    price: presentPrice(ctx, service, shown.today),
    exemption: exemptionOf(service, shown.today),
    refusal,
    action: {
      label: ctx.i18n.t(key(priceMode === 'quote' ? 'request_quote' : 'buy')),
      href: urlFor('shop-quotes.lines.create', { slug }),
    },
    facts: await factsOf(ctx, service, shown),
  }
}

/** Why it cannot be had today, or null. */
function refusalOf(ctx: HttpContext, service: ShopService, { day, zone, rates }: ShopDay) {
  const { availableFrom, availableTo, priceMode, taxClass } = service
  const words = ctx.formats(zone)
  const standing = standingOn(service, day)
  if (standing === 'not_yet') {
    return ctx.i18n.t(key('not_yet'), { day: words.dayDate(availableFrom!) })
  }
  if (standing === 'over') return ctx.i18n.t(key('over'), { day: words.dayDate(availableTo!) })
  const isPriced = priceMode === 'quote' || rates.has(taxClass)
  return isPriced ? null : ctx.i18n.t(key('not_now'))
}

/** Why no VAT is due, as papers say it. */
const exemptionOf = ({ priceMode, taxClass }: ShopService, { rates }: ShopDay): string | null =>
  priceMode === 'quote' ? null : (rates.get(taxClass)?.exemption ?? null)

async function pictureOf({ locale }: HttpContext, service: ShopService) {
  const [file] = await filesOf(servicePictures, service.id)
  const size = file ? await pictureSize(file.storedAs) : null
  if (!size) return null
  const src = urlFor('shop-quotes.catalogue.pictures.show', { id: file.publicId })
  return { src, alt: translated(service.alternative, locale), ...size }
}

type Fact = { label: string; text: string }

async function factsOf(ctx: HttpContext, service: ShopService, shown: Shown): Promise<Fact[]> {
  const { withdrawalClass, priceMode, availableTo, bookableServiceId, locationId } = service
  const isBookable = (await offersOf(bookableServiceId, locationId)).length > 0
  const until = availableTo && ctx.formats(shown.today.zone).dayDate(availableTo)
  const fact = (word: string, text: string | null): Fact[] =>
    text ? [{ label: ctx.i18n.t(key(`facts.${word}`)), text }] : []
  return [
    ...fact('asks', await questionsOf(ctx, service)),
    ...fact('place', placeOf(service, shown.catalogue)),
    ...fact('until', until),
    ...fact('appointment', isBookable ? ctx.i18n.t(key('appointment')) : null),
    ...fact(
      'withdrawal',
      priceMode === 'fixed' ? ctx.i18n.t(key(`withdrawal.${withdrawalClass}`)) : null
    ),
  ]
}

/** What its form asks, question by question; a consent is none. */
async function questionsOf({ i18n, locale }: HttpContext, { formId }: ShopService) {
  const form = formId === null ? null : await formFor(formId)
  const asked = (form?.fields ?? []).filter(({ kind }) => kind !== 'consent')
  if (asked.length === 0) return null
  const labels = asked.map(({ label }) => translated(label, locale))
  return [i18n.t(key('asks'), { count: asked.length }), ...labels].join('\n')
}

function placeOf({ locationId }: ShopService, { places }: Catalogue): string | null {
  const place = places.find(({ id }) => id === locationId)
  if (!place) return null
  return [place.name, place.address?.replaceAll(/\s*\n\s*/g, ', ')].filter(Boolean).join('\n')
}
