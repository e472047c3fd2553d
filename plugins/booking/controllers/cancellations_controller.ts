import type { HttpContext } from '@adonisjs/core/http'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import {
  managedAppointment,
  refusalOf,
  type Managed,
} from '#plugins/booking/presenters/manage_visit'
import { storeCancellationValidator } from '#plugins/booking/validators/cancellation'

/** Cancelling from the mail: a page that shows what it is about, an optional reason, a button. */
export default class CancellationsController {
  async create(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    if (await refusalOf(managed)) return this.#toTicket(ctx, managed)
    return this.#page(ctx, managed)
  }

  async store(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    const [error, form] = await ctx.request.tryValidateUsing(storeCancellationValidator)
    if (error) return this.#page(ctx, managed, error.messages[0].message)
    if ((await refusalOf(managed)) === null) {
      const reason = form.reason || null
      await new CancelAppointment().handle(managed.appointment, { by: managed.by, reason })
    }
    return this.#toTicket(ctx, managed)
  }

  /** A reason that was refused is shown again as it was typed. */
  #page(ctx: HttpContext, { appointment, offer, to }: Managed, error?: string) {
    if (error) ctx.response.status(422)
    return ctx.view.render('booking::pages/cancel', {
      title: ctx.i18n.t('booking.cancel.title'),
      ticket: presentTicket(ctx, offer, appointment.reservation),
      action: to('cancellations.store'),
      back: { href: to('manage.show') },
      reason: ctx.request.input('reason', ''),
      errors: error ? { reason: error } : {},
    })
  }

  #toTicket({ response }: HttpContext, { to }: Managed) {
    return response.redirect().status(303).toPath(to('manage.show'))
  }
}
