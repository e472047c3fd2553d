import type { HttpContext } from '@adonisjs/core/http'
import { PUBLIC, urlFor } from '#core/platform'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
import { carried } from '#plugins/booking/presenters/carried'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import { managedAppointment, refusalOf } from '#plugins/booking/presenters/manage_visit'
import type { ManagedAppointment } from '#plugins/booking/queries/appointment_behind'
import { storeCancellationValidator } from '#plugins/booking/validators/cancellation'

/** Cancelling from the mail: a page that shows what it is about, an optional reason, a button. */
export default class CancellationsController {
  async create(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    if (await refusalOf(managed)) return this.#toTicket(ctx, managed.token)
    return this.#page(ctx, managed)
  }

  async store(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    const [error, form] = await ctx.request.tryValidateUsing(storeCancellationValidator)
    if (error) return this.#page(ctx, managed, error.messages[0].message)
    if ((await refusalOf(managed)) === null) {
      const reason = form.reason || null
      await new CancelAppointment().handle(managed.appointment, { by: PUBLIC, reason })
    }
    return this.#toTicket(ctx, managed.token)
  }

  /** A reason that was refused is shown again as it was typed. */
  #page(ctx: HttpContext, { appointment, offer, token }: ManagedAppointment, error?: string) {
    if (error) ctx.response.status(422)
    return ctx.view.render('booking::pages/cancel', {
      title: ctx.i18n.t('booking.cancel.title'),
      ticket: presentTicket(ctx, offer, appointment.reservation),
      action: urlFor('booking.cancellations.store', { token }, carried(ctx)),
      back: { href: urlFor('booking.manage.show', { token }, carried(ctx)) },
      reason: ctx.request.input('reason', ''),
      errors: error ? { reason: error } : {},
    })
  }

  #toTicket(ctx: HttpContext, token: string) {
    const address = urlFor('booking.manage.show', { token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }
}
