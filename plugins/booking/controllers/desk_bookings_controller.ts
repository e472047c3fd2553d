import type { HttpContext } from '@adonisjs/core/http'
import { joinedNotice, redirectWith, viewerOf } from '#core/admin'
import { randomId, urlFor } from '#core/platform'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { offerAtDesk, renderDeskBooking } from '#plugins/booking/presenters/desk_booking'
import { customerAtDesk, isLooking } from '#plugins/booking/presenters/desk_customer'
import {
  readDeskBooking,
  typedAtDesk,
  type Caller,
} from '#plugins/booking/presenters/read_desk_booking'

/** B12: booking for a customer who phones or comes by; place, time and person on one page. */
export default class DeskBookingsController {
  /** `?customer=12`: for somebody who is known, e.g. from their card. */
  async create(ctx: HttpContext) {
    const input = ctx.request.qs()
    return renderDeskBooking(ctx, { input, customer: await customerAtDesk(ctx, input) })
  }

  async store(ctx: HttpContext) {
    const input: Record<string, unknown> = ctx.request.body()
    const customer = await customerAtDesk(ctx, input)
    const offer = await offerAtDesk(ctx, input.offer)
    if (isLooking(input)) {
      return renderDeskBooking(ctx, { input, customer, read: await typedAtDesk(ctx, offer) })
    }
    const { form, caller, ...read } = await readDeskBooking(ctx, offer, { isKnown: !!customer })
    if (customer && customer.id !== Number(input.customer)) {
      ctx.notices.push(joinedNotice(await viewerOf(ctx)))
      ctx.response.status(409)
      return renderDeskBooking(ctx, { input, customer, read })
    }
    if (!offer || !form) return renderDeskBooking(ctx, { input, customer, read })
    const booked = await new BookForCustomer().handle({
      formKey: form.form_key ?? randomId(),
      offer,
      startsAt: form.starts_at,
      by: ctx.actor,
      locale: form.locale,
      customer: customer ? { id: customer.id } : callerOf(caller!),
      answers: read.answers,
      formVersionId: read.formVersionId,
    })
    if (!booked.ok) return this.#refuse(ctx, booked.reason, { input, customer, read })
    const { number, reservationId: id } = booked
    const said = (customer ?? caller!).email ? 'booked' : 'booked_without_mail'
    const text = ctx.i18n.t(`booking.admin.notices.${said}`, { number })
    redirectWith(ctx, urlFor('booking.appointments.show', { id }), { tone: 'success', text })
  }

  #refuse(ctx: HttpContext, reason: string, page: Parameters<typeof renderDeskBooking>[1]) {
    if (reason !== 'customer_gone') return renderDeskBooking(ctx, { ...page, taken: true })
    const errors = { customer: ctx.i18n.t('booking.admin.book.customer_gone') }
    const read = { ...page.read!, errors }
    return renderDeskBooking(ctx, { ...page, customer: null, read })
  }
}

const callerOf = ({ first_name: firstName, last_name: lastName, email, phone }: Caller) => ({
  ...{ firstName, lastName },
  email: email ?? null,
  phone: phone ?? null,
})
