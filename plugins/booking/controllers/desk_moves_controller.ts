import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, redirectWith, renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { MoveAppointment } from '#plugins/booking/actions/move_appointment'
import { appointments } from '#plugins/booking/admin/appointments'
import type { BookedTime } from '#plugins/booking/models/booked_time'
import { presentCalendar } from '#plugins/booking/presenters/calendar_page'
import { appointmentOfReservation } from '#plugins/booking/queries/appointment_of_reservation'
import { monthOfTimes } from '#plugins/booking/queries/month_of_times'
import { storeMoveValidator } from '#plugins/booking/validators/choice'

/** B12: staff move an appointment, internal seats included; the customer gets the same mail. */
export default class DeskMovesController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, await this.#booked(ctx))
  }

  async store(ctx: HttpContext) {
    const booked = await this.#booked(ctx)
    const { starts_at: startsAt } = await ctx.request.validateUsing(storeMoveValidator)
    const appointment = await appointmentOfReservation(booked.id)
    const wish = { startsAt, audience: 'staff', by: ctx.actor } as const
    const moved = await new MoveAppointment().handle(appointment, wish)
    const text = ctx.i18n.t(`booking.admin.notices.${moved.ok ? 'moved' : 'taken'}`)
    const to = urlFor(`booking.${moved.ok ? 'appointments.show' : 'desk_moves.create'}`, {
      id: booked.id,
    })
    redirectWith(ctx, to, { tone: moved.ok ? 'success' : 'warning', text })
  }

  async #page(ctx: HttpContext, booked: BookedTime) {
    const offer = { service: booked.service, location: booked.location }
    const { month, day } = ctx.request.qs()
    const wish = { offer, audience: 'staff', month, day, ignoring: booked.id } as const
    const params = { id: String(booked.id) }
    return renderPanel(ctx, 'booking::admin/move', {
      title: ctx.i18n.t('booking.move.title'),
      back: urlFor('booking.appointments.show', params),
      label: appointments.label(booked, await viewerOf(ctx)),
      ...presentCalendar(ctx, {
        ...(await monthOfTimes(wish)),
        offer,
        keep: {},
        route: { name: 'booking.desk_moves.create', params },
        action: urlFor('booking.desk_moves.store', params),
      }),
    })
  }

  async #booked(ctx: HttpContext): Promise<BookedTime> {
    const record = await recordOf(appointments, ctx.params.id, { viewer: await viewerOf(ctx) })
    return record as BookedTime
  }
}
