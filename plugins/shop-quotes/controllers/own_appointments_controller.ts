import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { BookAppointment, type BookRefusal } from '#plugins/shop-quotes/actions/book_appointment'
import { bookingRefusal } from '#plugins/shop-quotes/domain/appointments'
import { APPOINTMENT_LIMIT } from '#plugins/shop-quotes/limits'
import { renderTimes } from '#plugins/shop-quotes/presenters/appointment_times'
import { payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'
import { leadWith, lineOf } from '#plugins/shop-quotes/presenters/own_appointment'
import { leadBackToOrder } from '#plugins/shop-quotes/presenters/own_order'
import { offersFor } from '#plugins/shop-quotes/queries/appointment_offers'
import { standingOf } from '#plugins/shop-quotes/queries/line_appointments'
import { storeAppointmentValidator } from '#plugins/shop-quotes/validators/appointments'

/** After these no other time helps; the page of the order says how things stand. */
const STAYS: readonly BookRefusal[] = ['not_paid', 'over', 'booked']

/** S2, S11: once it is paid, the customer chooses the appointment that comes with a line. */
export default class OwnAppointmentsController {
  async create(ctx: HttpContext) {
    const own = await lineOf(ctx)
    const offers = await offersFor(own)
    if (bookingRefusal(standingOf(own.order, own)) || offers.length === 0) {
      return leadBackToOrder(ctx, own.order)
    }
    const { place } = ctx.request.qs()
    const offer = offers.find(({ location }) => location.slug === place) ?? offers[0]
    return renderTimes(ctx, own, { offers, offer })
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const own = await lineOf(ctx)
    await throttle(ctx, APPOINTMENT_LIMIT, { key: String(by.id) })
    const form = await ctx.request.validateUsing(storeAppointmentValidator)
    const offers = await offersFor(own)
    const offer = offers.find(({ location }) => location.slug === form.place)
    if (!offer) return leadWith(ctx, own, { tone: 'warning', word: 'not_offered' })
    const { order, line } = own
    const wish = { orderId: order.id, lineId: line.id, offer, startsAt: form.starts_at, by }
    const booked = await new BookAppointment().handle(wish)
    if (booked.ok) return leadWith(ctx, own, { tone: 'success', word: 'chosen' })
    if (STAYS.includes(booked.reason)) {
      return leadWith(ctx, own, { tone: 'warning', word: booked.reason })
    }
    return renderTimes(ctx, own, { offers, offer }, { startsAt: form.starts_at })
  }
}
