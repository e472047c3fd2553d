import type { HttpContext } from '@adonisjs/core/http'
import { presentManage } from '#plugins/booking/presenters/manage'
import { managedAppointment, refusalOf } from '#plugins/booking/presenters/manage_visit'

/** B10: the ticket behind the mailed link; opening it changes nothing. */
export default class AppointmentsController {
  async show(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    return ctx.view.render(
      'booking::pages/manage',
      presentManage(ctx, managed, await refusalOf(managed))
    )
  }
}
