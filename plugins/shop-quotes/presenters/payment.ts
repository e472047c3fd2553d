import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Payment } from '#plugins/shop-quotes/models/payment'
import { paymentHref } from '#plugins/shop-quotes/presenters/order_to_pay'
import { WAYS_TO_PAY, type Due, type Way } from '#plugins/shop-quotes/presenters/ways_to_pay'
import { openPaymentOf } from '#plugins/shop-quotes/queries/order_to_pay'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'

/** What the component `shop_quotes.payment` shows. */
export type PaymentView = Way & { title: string; other: { label: string; href: string } | null }

/**
 * How an order is to be paid, with the same words wherever it stands; null while nothing is to be
 * paid. On the page of the order: `@!shop_quotes.payment({ payment })`.
 */
export async function presentPayment(ctx: HttpContext, order: Order): Promise<PaymentView | null> {
  if (order.state !== 'placed') return null
  const payment = await openPaymentOf(order.id)
  const t = (key: string) => ctx.i18n.t(`shop-quotes.payments.${key}`)
  return {
    title: t('title'),
    ...(payment ? await openWay(ctx, order, payment) : ended(ctx, order)),
    other: payment && { label: t('other'), href: paymentHref(order) },
  }
}

async function openWay(ctx: HttpContext, order: Order, payment: Payment): Promise<Way> {
  const formats = ctx.formats(await organisationZone())
  const due: Due = {
    ...{ order, payment },
    amount: formats.money(payment.amountMinor, payment.currency),
    lastDay: order.lastDay && formats.dayDate(order.lastDay),
  }
  return WAYS_TO_PAY[payment.method](ctx, due)
}

/** The last try came to nothing: nothing was taken, and another one can begin. */
function ended({ i18n }: HttpContext, order: Order): Way {
  const href = urlFor('shop-quotes.payments.create', { id: order.publicId })
  return {
    lead: i18n.t('shop-quotes.payments.none_open'),
    go: { label: i18n.t('shop-quotes.payments.again'), href },
  }
}
