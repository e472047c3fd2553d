import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount } from '#core/accounts'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { CancelAppointment } from '#plugins/shop-quotes/actions/cancel_appointment'
import { APPOINTMENT_LIMIT } from '#plugins/shop-quotes/limits'
import { presentWhen } from '#plugins/shop-quotes/presenters/line_appointment'
import { payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'
import {
  bookedLineOf,
  leadWith,
  lineOf,
  refusalOf,
} from '#plugins/shop-quotes/presenters/own_appointment'
import { leadBackToOrder, orderHref } from '#plugins/shop-quotes/presenters/own_order'

/** S11: the appointment's details, and a button; afterwards another one can be chosen. */
export default class AppointmentCancellationsController {
  async create(ctx: HttpContext) {
    const own = await bookedLineOf(ctx)
    if (!own || refusalOf(own)) return leadBackToOrder(ctx, (await lineOf(ctx)).order)
    const { order, line, reservation, offer } = own
    return renderAccount(ctx, 'shop_quotes::pages/appointment_cancellation', {
      title: ctx.i18n.t('shop-quotes.appointments.cancel_title'),
      back: { href: orderHref(order), label: order.number },
      what: translated(line.name, ctx.locale),
      items: presentWhen(ctx, reservation, offer),
      action: urlFor('shop-quotes.appointment_cancellations.store', { id: line.publicId }),
    })
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const own = await bookedLineOf(ctx)
    await throttle(ctx, APPOINTMENT_LIMIT, { key: String(by.id) })
    if (!own) return leadBackToOrder(ctx, (await lineOf(ctx)).order)
    const { order, line, offer } = own
    const wish = { orderId: order.id, lineId: line.id, offer, by }
    const cancelled = await new CancelAppointment().handle(wish)
    if (!cancelled.ok) return leadBackToOrder(ctx, order)
    leadWith(ctx, own, { tone: 'success', word: 'cancelled' })
  }
}
