import type { HttpContext } from '@adonisjs/core/http'
import { presentCalendar, sayPassedOver, timesToMove } from '#core/scheduling'
import { MoveAppointment } from '#plugins/booking/actions/move_appointment'
import { carried } from '#plugins/booking/presenters/carried'
import {
  managedAppointment,
  refusalOf,
  type Managed,
} from '#plugins/booking/presenters/manage_visit'
import { renderTaken } from '#plugins/booking/presenters/taken'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import { storeMoveValidator } from '#plugins/booking/validators/choice'

/** Nothing was taken by somebody else, so no other time is offered. */
const STAYS = ['not_movable', 'not_another_time']

/** Moving to another free time: the calendar again, the own place counting as free. */
export default class MovesController {
  async create(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    if (await refusalOf(managed)) return this.#toTicket(ctx, managed)
    const { appointment, offer, to, route } = managed
    const { month, day } = ctx.request.qs()
    const ignoring = appointment.reservationId
    const wish = { offer, audience: 'public', month, day, ignoring } as const
    const times = await timesToMove(wish, appointment.reservation.day)
    sayPassedOver(ctx, times, offer.location.zone)
    return ctx.view.render('booking::pages/move', {
      calendar: presentCalendar(ctx, {
        ...times,
        offer,
        query: carried(ctx),
        route: route('moves.create'),
        action: to('moves.store'),
      }),
      title: ctx.i18n.t('booking.move.title'),
      ticket: presentTicket(ctx, offer, appointment.reservation),
      back: { href: to('manage.show') },
    })
  }

  async store(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    if (await refusalOf(managed)) return this.#toTicket(ctx, managed)
    const { starts_at: startsAt } = await ctx.request.validateUsing(storeMoveValidator)
    const { appointment, offer, to, by } = managed
    const wish = { startsAt, audience: 'public', by } as const
    const moved = await new MoveAppointment().handle(appointment, wish)
    if (moved.ok || STAYS.includes(moved.reason)) return this.#toTicket(ctx, managed)
    return renderTaken(ctx, {
      offer,
      startsAt,
      token: null,
      ignoring: appointment.reservationId,
      action: to('moves.store'),
      calendarHref: to('moves.create'),
    })
  }

  #toTicket({ response }: HttpContext, { to }: Managed) {
    return response.redirect().status(303).toPath(to('manage.show'))
  }
}
