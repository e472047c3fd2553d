import { mergedLines } from '#plugins/shop-quotes/domain/cart_lines'
import {
  belongsIn,
  formerPrice,
  standings,
  type ShownPrice,
  type Standing,
} from '#plugins/shop-quotes/domain/cart_standing'
import {
  totalsOf,
  totalsRefusal,
  type TaxedLine,
  type Totals,
} from '#plugins/shop-quotes/domain/totals'
import type { Cart, CartKind } from '#plugins/shop-quotes/models/cart'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { openCarts, type CartOwner, type ReadLine } from '#plugins/shop-quotes/queries/cart_lines'
import type { ShopToday } from '#plugins/shop-quotes/queries/shop_today'

export type PricedLine = ReadLine & {
  standing: Standing
  price: ShownPrice | null
  /** What it cost when it was added, where that is not what it costs now. */
  former: ShownPrice | null
  /** Of the line, in the basis of its price. */
  amountMinor: number | null
}

export type PricedCart = {
  kind: CartKind
  /** That of the account; null while there are only lines of the visitor. */
  own: Cart | null
  lines: PricedLine[]
  /** Of all lines that are still offered; null without any, or where they are too much. */
  totals: Totals | null
  /** Nothing keeps it from being placed. */
  isReady: boolean
}

/** A cart as its pages show it: what a visitor brought and what the account has, as one. */
export async function pricedCart(
  owner: CartOwner,
  kind: CartKind,
  shop: ShopToday
): Promise<PricedCart> {
  const carts = await openCarts(owner, [kind])
  const own = carts.find(({ cart }) => cart.userId !== null) ?? null
  const brought = carts.find(({ cart }) => cart.userId === null)
  const merged = mergedLines(own?.lines ?? [], brought?.lines ?? [])
  const lines = merged.map(({ line, quantity }) => ({ ...line, quantity }))
  return { ...priced(lines, kind, shop), own: own?.cart ?? null }
}

/** What these lines come to, and what stands in their way. */
export function priced(
  lines: readonly ReadLine[],
  kind: CartKind,
  shop: ShopToday
): Omit<PricedCart, 'own'> {
  const asked = lines.map((line) => ({
    ...line,
    isOffered: shop.offered.has(line.serviceId) && belongsIn(kind, line.service),
    price: kind === 'buy' ? priceOf(line.service, shop) : null,
    seen: line.line.seenPrice,
  }))
  const stands = standings(asked, kind)
  const paid = asked.flatMap((line, nth) =>
    stands[nth] === 'gone' || !line.price ? [] : [taxed(line, line.price, shop)]
  )
  const isReckoned = paid.length > 0 && totalsRefusal(paid) === null
  const totals = isReckoned ? totalsOf(paid) : null
  const amounts = totals?.lines.values()
  return {
    kind,
    totals,
    isReady:
      lines.length > 0 &&
      stands.every((one) => one === 'ready') &&
      (kind === 'quote' || isReckoned),
    lines: asked.map((line, nth) => ({
      ...line,
      standing: stands[nth],
      former: formerPrice(line),
      amountMinor: stands[nth] === 'gone' || !line.price ? null : amountIn(amounts),
    })),
  }
}

const amountIn = (amounts: Iterator<{ amountMinor: number }> | undefined): number | null =>
  amounts?.next().value?.amountMinor ?? null

/** For one of it today; null where VAT of its class is not known. */
export function priceOf(service: ShopService, { rates }: ShopToday): ShownPrice | null {
  const rate = rates.get(service.taxClass)
  if (service.priceMinor === null || !rate) return null
  return { priceMinor: service.priceMinor, basis: service.basis, rateBp: rate.rateBp }
}

function taxed(line: ReadLine, price: ShownPrice, { rates }: ShopToday): TaxedLine {
  const { taxClass } = line.service
  return {
    ...{ taxClass, unitPriceMinor: price.priceMinor, basis: price.basis, rateBp: price.rateBp },
    quantity: String(line.quantity),
    exemption: rates.get(taxClass)?.exemption ?? null,
  }
}
