import type { HttpContext } from '@adonisjs/core/http'
import { calendarFile } from '#core/messaging'
import { translated } from '#core/organisation'
import { invite } from '#plugins/booking/mails/invite'
import { managedAppointment } from '#plugins/booking/presenters/manage_visit'

/** "Add to calendar" on the manage page. */
export default class CalendarFilesController {
  async show(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    const { appointment, offer, url } = managed
    const { startsAt, endsAt, sequence, number, state } = appointment.reservation
    const entry = invite(state === 'confirmed' ? 'REQUEST' : 'CANCEL', {
      publicId: appointment.publicId,
      url,
      number,
      startsAt,
      endsAt,
      sequence,
      service: translated(offer.service.name, appointment.locale),
      preparation: translated(offer.service.preparation, appointment.locale) || null,
      location: offer.location.name,
      address: offer.location.address,
    })
    ctx.response.header('content-type', 'text/calendar; charset=utf-8')
    ctx.response.header('content-disposition', 'attachment; filename="appointment.ics"')
    return calendarFile(entry)
  }
}
