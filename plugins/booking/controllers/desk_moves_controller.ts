import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, redirectWith, viewerOf } from '#core/admin'
import { clock, urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { MoveAppointment } from '#plugins/booking/actions/move_appointment'
import { appointments } from '#plugins/booking/admin/appointments'
import { staffMayChange } from '#plugins/booking/domain/change_deadline'
import type { BookedTime } from '#plugins/booking/models/booked_time'
import { renderDeskMove } from '#plugins/booking/presenters/desk_move'
import { appointmentOfReservation } from '#plugins/booking/queries/appointment_of_reservation'
import { storeDeskMoveValidator } from '#plugins/booking/validators/desk_booking'

const REFUSALS: Record<string, string> = {
  not_movable: 'not_movable',
  not_another_time: 'not_another_time',
  moved_meanwhile: 'moved_meanwhile',
}

/** B12: staff move an appointment, internal seats included; the customer gets the same mail. */
export default class DeskMovesController {
  async create(ctx: HttpContext) {
    const booked = await this.#booked(ctx)
    if (!staffMayChange(booked, clock.now())) return this.#refuse(ctx, 'not_movable')
    return renderDeskMove(ctx, booked, appointments.label(booked, await viewerOf(ctx)))
  }

  async store(ctx: HttpContext) {
    const booked = await this.#booked(ctx)
    if (!staffMayChange(booked, clock.now())) return this.#refuse(ctx, 'not_movable')
    const form = await ctx.request.validateUsing(storeDeskMoveValidator)
    const { starts_at: startsAt, sequence: seen } = form
    const wish = { startsAt, seen, audience: 'staff', by: ctx.actor } as const
    const appointment = await appointmentOfReservation(booked.id)
    const moved = await new MoveAppointment().handle(appointment, wish)
    if (!moved.ok) return this.#refuse(ctx, moved.reason, startsAt)
    const said = booked.customer.email ? 'moved' : 'moved_without_mail'
    const text = ctx.i18n.t(`booking.admin.notices.${said}`, { number: moved.number })
    const to = urlFor('booking.appointments.show', { id: booked.id })
    redirectWith(ctx, to, { tone: 'success', text })
  }

  /** Back to the times as they are now, or to the appointment where no time is left to choose. */
  async #refuse(ctx: HttpContext, reason: string, startsAt?: number) {
    const { id, location, startsAt: now } = await this.#booked(ctx)
    const time = ctx.formats(location.zone).dateTime(now)
    const text = ctx.i18n.t(`booking.admin.notices.${REFUSALS[reason] ?? 'taken_stays'}`, { time })
    const to =
      startsAt === undefined || reason === 'not_movable'
        ? urlFor('booking.appointments.show', { id })
        : urlFor('booking.desk_moves.create', { id }, { day: localDateOf(location.zone, startsAt) })
    redirectWith(ctx, to, { tone: 'warning', text })
  }

  async #booked(ctx: HttpContext): Promise<BookedTime> {
    const record = await recordOf(appointments, ctx.params.id, { viewer: await viewerOf(ctx) })
    return record as BookedTime
  }
}
