import type { HttpContext } from '@adonisjs/core/http'
import { shownPrice } from '#plugins/shop-quotes/domain/totals'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import type { ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Priced = Pick<ShopService, 'priceMode' | 'priceMinor' | 'basis' | 'taxClass'>

/** A price in words: `note` says what it means, `other` what it is in the other basis. */
export type PresentedPrice = { text: string; note: string | null; other: string | null }

const key = (word: string) => `shop-quotes.catalogue.price.${word}`

/** What a service costs, in the basis in which it is charged. */
export function presentPrice(
  ctx: HttpContext,
  { priceMode, priceMinor, basis, taxClass }: Priced,
  { zone, currency, rates }: ShopDay
): PresentedPrice {
  if (priceMode === 'quote' || priceMinor === null) {
    return { text: ctx.i18n.t(key('on_request')), note: null, other: null }
  }
  const words = ctx.formats(zone)
  const text = words.money(priceMinor, currency)
  const rateBp = rates.get(taxClass)?.rateBp
  if (rateBp === undefined) return { text, note: null, other: null }
  if (rateBp === 0) return { text, note: ctx.i18n.t(key('no_vat')), other: null }
  const note = ctx.i18n.t(key(basis), { rate: words.number(rateBp / 100) })
  const shown = basis === 'gross' ? 'net' : 'gross'
  const minor = shownPrice({ unitPriceMinor: priceMinor, basis, rateBp }, shown)
  const amount = words.money(minor, currency)
  return { text, note, other: ctx.i18n.t(key(`other_${shown}`), { amount }) }
}
