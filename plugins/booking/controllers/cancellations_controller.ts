import type { HttpContext } from '@adonisjs/core/http'
import { PUBLIC, urlFor } from '#core/platform'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
import { carried } from '#plugins/booking/presenters/carried'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import { managedAppointment, refusalOf } from '#plugins/booking/presenters/manage_visit'
import { storeCancellationValidator } from '#plugins/booking/validators/cancellation'

/** Cancelling from the mail: a page that shows what it is about, an optional reason, a button. */
export default class CancellationsController {
  async create(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    if (await refusalOf(managed)) return this.#toTicket(ctx, managed.token)
    const { appointment, offer, token } = managed
    return ctx.view.render('booking::pages/cancel', {
      title: ctx.i18n.t('booking.cancel.title'),
      ticket: presentTicket(ctx, offer, appointment.reservation),
      action: urlFor('booking.cancellations.store', { token }, carried(ctx)),
      back: { href: urlFor('booking.manage.show', { token }, carried(ctx)) },
    })
  }

  async store(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    const form = await ctx.request.validateUsing(storeCancellationValidator)
    if ((await refusalOf(managed)) === null) {
      const reason = form.reason || null
      await new CancelAppointment().handle(managed.appointment, { by: PUBLIC, reason })
    }
    return this.#toTicket(ctx, managed.token)
  }

  #toTicket(ctx: HttpContext, token: string) {
    const address = urlFor('booking.manage.show', { token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }
}
