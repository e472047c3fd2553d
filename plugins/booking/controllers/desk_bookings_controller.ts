import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { deskOffers, offerNamed, renderDeskBooking } from '#plugins/booking/presenters/desk_booking'
import { readAnswers, type FieldErrors } from '#plugins/booking/presenters/read_details'
import { storeDeskBookingValidator } from '#plugins/booking/validators/desk_booking'

/** B12: booking for a customer who phones or comes by; place, time and person on one page. */
export default class DeskBookingsController {
  async create(ctx: HttpContext) {
    return renderDeskBooking(ctx, { input: ctx.request.qs(), errors: {} })
  }

  async store(ctx: HttpContext) {
    const input: Record<string, unknown> = ctx.request.body()
    const [error, form] = await ctx.request.tryValidateUsing(storeDeskBookingValidator)
    const errors: FieldErrors = {}
    for (const { field, message } of error?.messages ?? []) errors[field] ??= message
    const offer = offerNamed(await deskOffers(ctx), input.offer)
    const read = await readAnswers(ctx, offer?.service.formId ?? null)
    if (error || !offer || Object.keys(read.errors).length > 0) {
      return renderDeskBooking(ctx, { input, errors: { ...errors, ...read.errors }, read })
    }
    const { first_name: firstName, last_name: lastName } = form
    const booked = await new BookForCustomer().handle({
      offer,
      startsAt: form.starts_at,
      by: ctx.actor,
      locale: form.locale,
      customer: { firstName, lastName, email: form.email ?? null, phone: form.phone ?? null },
      answers: read.answers,
      formVersionId: read.formVersionId,
    })
    if (!booked.ok) return renderDeskBooking(ctx, { input, errors: {}, read, taken: true })
    const text = ctx.i18n.t('booking.admin.notices.booked')
    const to = urlFor('booking.appointments.show', { id: booked.appointment.reservationId })
    redirectWith(ctx, to, { tone: 'success', text })
  }
}
