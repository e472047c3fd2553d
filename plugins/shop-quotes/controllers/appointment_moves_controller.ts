import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { MoveAppointment, type MoveRefusal } from '#plugins/shop-quotes/actions/move_appointment'
import { APPOINTMENT_LIMIT } from '#plugins/shop-quotes/limits'
import { renderMove } from '#plugins/shop-quotes/presenters/appointment_times'
import { payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'
import {
  bookedLineOf,
  isOffered,
  leadWith,
  lineOf,
  refusalOf,
} from '#plugins/shop-quotes/presenters/own_appointment'
import { leadBackToOrder } from '#plugins/shop-quotes/presenters/own_order'
import { storeAppointmentMoveValidator } from '#plugins/shop-quotes/validators/appointments'

const STAYS: readonly MoveRefusal[] = ['not_movable', 'not_another_time', 'moved_meanwhile']

/** S11: another time among the free ones; the old one is kept until the new one is taken. */
export default class AppointmentMovesController {
  async create(ctx: HttpContext) {
    const own = await bookedLineOf(ctx)
    if (!own) return leadBackToOrder(ctx, (await lineOf(ctx)).order)
    const may = refusalOf(own) === null && (await isOffered(own, own.offer))
    return may ? renderMove(ctx, own) : leadBackToOrder(ctx, own.order)
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const own = await bookedLineOf(ctx)
    await throttle(ctx, APPOINTMENT_LIMIT, { key: String(by.id) })
    const form = await ctx.request.validateUsing(storeAppointmentMoveValidator)
    if (!own) return leadBackToOrder(ctx, (await lineOf(ctx)).order)
    const { order, line, offer } = own
    const wish = { orderId: order.id, lineId: line.id, offer, by, seen: form.sequence }
    const moved = await new MoveAppointment().handle({ ...wish, startsAt: form.starts_at })
    if (moved.ok) return leadWith(ctx, own, { tone: 'success', word: 'moved' })
    if (STAYS.includes(moved.reason)) {
      return leadWith(ctx, own, { tone: 'warning', word: moved.reason })
    }
    return renderMove(ctx, own, { startsAt: form.starts_at })
  }
}
