import type { HttpContext } from '@adonisjs/core/http'
import type { ShownPrice } from '#plugins/shop-quotes/domain/cart_standing'
import type { TaxTotal, Totals } from '#plugins/shop-quotes/domain/totals'
import type { ShopToday } from '#plugins/shop-quotes/queries/shop_today'

type Reader = Pick<HttpContext, 'i18n' | 'formats'>
type Money = Pick<ShopToday, 'currency' | 'zone'>

/** `12,50 € VAT included` */
export function priceText(reader: Reader, price: ShownPrice, { currency, zone }: Money): string {
  const amount = reader.formats(zone).money(price.priceMinor, currency)
  return reader.i18n.t(`shop-quotes.cart.price.${price.basis}`, { amount })
}

/** Net, VAT of each rate, what rounding adds, and what is to be paid. */
export function presentTotals(reader: Reader, totals: Totals, { currency, zone }: Money) {
  const t = (key: string) => reader.i18n.t(`shop-quotes.cart.totals.${key}`)
  const money = (minor: number) => reader.formats(zone).money(minor, currency)
  const line = (label: string, minor: number) => ({ label, amount: money(minor) })
  const { wholeDiscountBp } = totals
  const discount = { label: reader.i18n.t('shop-quotes.quotes.offer.whole_discount') }
  return {
    lines: [
      ...(wholeDiscountBp ? [{ ...discount, amount: rateOf(reader, wholeDiscountBp, zone) }] : []),
      line(t('net'), totals.netMinor),
      ...totals.taxes.map(({ rateBp, taxMinor, exemption }) =>
        line(taxText(reader, { rateBp, exemption }, zone), taxMinor)
      ),
      ...(totals.roundingMinor === 0 ? [] : [line(t('rounding'), totals.roundingMinor)]),
    ],
    total: { label: t('total'), amount: money(totals.totalMinor) },
  }
}

/** 550 → `5.5 %` */
export const rateOf = ({ i18n, formats }: Reader, bp: number, zone: string): string =>
  i18n.t('shop-quotes.quotes.offer.percent', { value: formats(zone).number(bp / 100) })

/** `VAT 5.5 %`, with the rule that exempts where nothing is due. */
function taxText(
  { i18n, formats }: Reader,
  { rateBp, exemption }: Pick<TaxTotal, 'rateBp' | 'exemption'>,
  zone: string
): string {
  const rate = formats(zone).number(rateBp / 100)
  return exemption === null
    ? i18n.t('shop-quotes.cart.totals.tax', { rate })
    : i18n.t('shop-quotes.cart.totals.tax_exempt', { rate, reason: exemption })
}

/** `2 × €12.50, VAT included` */
export const manyText = (
  reader: Reader,
  quantity: string | number,
  price: string,
  { zone }: Money
): string => `${reader.formats(zone).number(Number(quantity))} × ${price}`
