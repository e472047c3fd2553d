import type { HttpContext } from '@adonisjs/core/http'
import { clock, urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { ConfirmByMail } from '#plugins/booking/actions/confirm_by_mail'
import { LINK_LIMIT } from '#plugins/booking/limits'
import { renderInvalidLink } from '#plugins/booking/presenters/draft_visit'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import {
  appointmentBehind,
  type ManagedAppointment,
} from '#plugins/booking/queries/appointment_behind'

/** The link of a booking that waits for its e-mail: a page with a button, since GET changes nothing. */
export default class MailConfirmationsController {
  async create(ctx: HttpContext) {
    const pending = await this.#pending(ctx)
    if (!pending) return
    const { appointment, offer, token } = pending
    return ctx.view.render('booking::pages/mail_confirmation', {
      title: ctx.i18n.t('booking.mail_confirmation.title'),
      ticket: presentTicket(ctx, offer, appointment.reservation),
      action: urlFor('booking.mail_confirmations.store', { token }),
      isConfirmed: appointment.reservation.state === 'confirmed',
    })
  }

  async store(ctx: HttpContext) {
    const pending = await this.#pending(ctx)
    if (!pending) return
    await new ConfirmByMail().handle(pending.appointment)
    const address = urlFor('booking.mail_confirmations.create', { token: pending.token })
    return ctx.response.redirect().status(303).toPath(address)
  }

  async #pending(ctx: HttpContext): Promise<ManagedAppointment | null> {
    await throttle(ctx, LINK_LIMIT)
    const pending = await appointmentBehind(ctx.params.token, 'confirm')
    if (pending?.appointment.reservation.isLiving(clock.now())) return pending
    await renderInvalidLink(ctx)
    return null
  }
}
