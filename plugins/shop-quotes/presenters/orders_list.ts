import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { orderBadge } from '#plugins/shop-quotes/presenters/order_words'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import type { OwnOrder } from '#plugins/shop-quotes/queries/own_orders'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'

type Page = { orders: OwnOrder[]; hasNext: boolean; page: number }

/** S12: "My orders" with what was bought, how it stands and what it cost. */
export async function presentOrders(ctx: HttpContext, { orders, hasNext, page }: Page) {
  const say = (key: string) => ctx.i18n.t(`shop-quotes.orders.${key}`)
  const address = (nth: number) => urlFor('shop-quotes.mine.orders.index', {}, { page: nth })
  const zone = await organisationZone()
  return {
    title: say('title'),
    columns: [
      { label: say('fields.what'), strong: true },
      { label: say('fields.state') },
      { label: say('fields.placed') },
      { label: say('fields.total'), align: 'end' },
    ],
    rows: orders.map((one) => rowOf(ctx, one, zone)),
    empty: say('none'),
    shop: { label: say('browse'), href: urlFor('shop-quotes.catalogue.index') },
    previous: page > 1 ? address(page - 1) : null,
    next: hasNext ? address(page + 1) : null,
  }
}

function rowOf(ctx: HttpContext, { order, names }: OwnOrder, zone: string) {
  const written = ctx.formats(zone)
  const badge = orderBadge(ctx, order)
  return {
    href: orderHref(order),
    cells: [
      { text: names.map((name) => translated(name, ctx.locale)).join(', '), note: order.number },
      { text: badge.label, badge },
      { text: written.dayShortDate(written.localDay(order.createdAt)) },
      { text: written.money(order.totalMinor, order.currency) },
    ],
  }
}
