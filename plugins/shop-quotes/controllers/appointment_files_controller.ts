import { errors, type HttpContext } from '@adonisjs/core/http'
import { calendarFile } from '#core/messaging'
import { translated } from '#core/organisation'
import { invite } from '#plugins/shop-quotes/mails/appointment_mails'
import { appointmentWords } from '#plugins/shop-quotes/mails/queue_appointment_mail'
import { bookedLineOf } from '#plugins/shop-quotes/presenters/own_appointment'

/** "Add to calendar". */
export default class AppointmentFilesController {
  async show(ctx: HttpContext) {
    const own = await bookedLineOf(ctx)
    if (!own) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    const { order, line, reservation, offer } = own
    const words = appointmentWords(reservation, offer, ctx.locale)
    const service = translated(line.name, ctx.locale)
    ctx.response.header('content-type', 'text/calendar; charset=utf-8')
    ctx.response.header('content-disposition', 'attachment; filename="appointment.ics"')
    return calendarFile(invite('REQUEST', { ...words, order: order.publicId, service }))
  }
}
