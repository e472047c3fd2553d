import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { randomId, urlFor } from '#core/platform'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { offerAtDesk, renderDeskBooking } from '#plugins/booking/presenters/desk_booking'
import { readDeskBooking } from '#plugins/booking/presenters/read_desk_booking'

/** B12: booking for a customer who phones or comes by; place, time and person on one page. */
export default class DeskBookingsController {
  async create(ctx: HttpContext) {
    return renderDeskBooking(ctx, { input: ctx.request.qs() })
  }

  async store(ctx: HttpContext) {
    const input: Record<string, unknown> = ctx.request.body()
    const offer = await offerAtDesk(ctx, input.offer)
    const { form, ...read } = await readDeskBooking(ctx, offer)
    if (!offer || !form) return renderDeskBooking(ctx, { input, read })
    const { first_name: firstName, last_name: lastName } = form
    const booked = await new BookForCustomer().handle({
      formKey: form.form_key ?? randomId(),
      offer,
      startsAt: form.starts_at,
      by: ctx.actor,
      locale: form.locale,
      customer: { firstName, lastName, email: form.email ?? null, phone: form.phone ?? null },
      answers: read.answers,
      formVersionId: read.formVersionId,
    })
    if (!booked.ok) return renderDeskBooking(ctx, { input, read, taken: true })
    const { number, reservationId: id } = booked
    const said = form.email ? 'booked' : 'booked_without_mail'
    const text = ctx.i18n.t(`booking.admin.notices.${said}`, { number })
    redirectWith(ctx, urlFor('booking.appointments.show', { id }), { tone: 'success', text })
  }
}
