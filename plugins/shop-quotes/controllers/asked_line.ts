import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { hashToken, PUBLIC, urlFor, type Actor } from '#core/platform'
import type { NewLine } from '#plugins/shop-quotes/actions/add_line'
import type { LineChange } from '#plugins/shop-quotes/actions/change_line'
import { newCartToken } from '#plugins/shop-quotes/cart_cookie'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import type { ReadForm } from '#plugins/shop-quotes/presenters/read_line'
import type { ReadLine } from '#plugins/shop-quotes/queries/cart_lines'
import { priceOf } from '#plugins/shop-quotes/queries/priced_cart'
import { serviceNamed } from '#plugins/shop-quotes/queries/service_named'
import { shopToday, type ShopToday } from '#plugins/shop-quotes/queries/shop_today'

export type AskedOffer = { service: ShopService; shop: ShopToday; isOffered: boolean }

/** The service in the address, and whether it can be had today. */
export async function offerOf(ctx: HttpContext): Promise<AskedOffer> {
  const service = await serviceNamed(ctx.params.slug)
  if (!service) throw new Exception('The shop has no such service', { status: 404 })
  const shop = await shopToday()
  const isPriced = service.priceMode === 'quote' || priceOf(service, shop) !== null
  return { service, shop, isOffered: isPriced && shop.offered.has(service.id) }
}

/** Its own page says when it is offered. */
export const leadToOffer = ({ response }: HttpContext, { slug }: ShopService): void =>
  response.redirect().status(303).toPath(urlFor('shop-quotes.catalogue.services.show', { slug }))

type Sent = { offer: AskedOffer; read: ReadForm; formKey: string }

export function newLineOf(ctx: HttpContext, { offer, read, formKey }: Sent): NewLine {
  const { service, shop } = offer
  const kind = service.priceMode === 'fixed' ? 'buy' : 'quote'
  return {
    ...{ formKey, service, kind, by: visitorOf(ctx), owner: cartOwner(ctx) },
    newTokenHash: hashToken(newCartToken(formKey)),
    ...{ quantity: read.quantity, answered: read.answered },
    seenPrice: priceOf(service, shop),
  }
}

type Corrected = { line: ReadLine; shop: ShopToday; read: ReadForm; seen: number }

export const changeOf = (ctx: HttpContext, { line, shop, read, seen }: Corrected): LineChange => ({
  ...{ owner: cartOwner(ctx), id: line.line.publicId, seen, by: visitorOf(ctx) },
  ...{ quantity: read.quantity, answered: read.answered },
  seenPrice: priceOf(line.service, shop),
})

/** Who fills in a form: staff who try the shop out are nobody's customer. */
const visitorOf = ({ actor }: HttpContext): Actor => (actor.kind === 'customer' ? actor : PUBLIC)
