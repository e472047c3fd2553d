import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { localDateOf, presentCalendar, sayPassedOver, timesToMove } from '#core/scheduling'
import type { BookedTime } from '#plugins/booking/models/booked_time'
import { carried } from '#plugins/booking/presenters/carried'

/** The calendar of an appointment that staff move, the own place counting as free. */
export async function renderDeskMove(ctx: HttpContext, booked: BookedTime, label: string) {
  const { id, service, location, startsAt, sequence } = booked
  const offer = { service, location }
  const { month, day } = ctx.request.qs()
  const wish = { offer, audience: 'staff', month, day, ignoring: id } as const
  const times = await timesToMove(wish, localDateOf(location.zone, startsAt))
  sayPassedOver(ctx, times, location.zone)
  const params = { id: String(id) }
  return renderPanel(ctx, 'booking::admin/move', {
    title: ctx.i18n.t('booking.move.title'),
    back: urlFor('booking.appointments.show', params),
    label,
    what: translated(service.name, ctx.locale),
    place: location.name,
    now: ctx.formats(location.zone).dateTime(startsAt),
    // Whoever chooses from an old page is told that somebody else moved the appointment.
    fields: { sequence: String(sequence) },
    calendar: presentCalendar(ctx, {
      ...times,
      offer,
      query: carried(ctx),
      route: { name: 'booking.desk_moves.create', params },
      action: urlFor('booking.desk_moves.store', params),
    }),
  })
}
