import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'
import { BookVisit } from '#plugins/patient-visits/actions/book_visit'
import { renderDeskBooking } from '#plugins/patient-visits/presenters/desk_booking'
import { offersAtDesk } from '#plugins/patient-visits/presenters/desk_offer'
import { doctorIn } from '#plugins/patient-visits/presenters/what_and_who'
import { patientAtDesk } from '#plugins/patient-visits/presenters/desk_patient'
import { storeDeskVisitValidator } from '#plugins/patient-visits/validators/desk'

/** V1: the unit books for a patient who phones or comes by; internal seats included. */
export default class DeskBookingsController {
  /** `?customer=12`: for whom, e.g. from their card. */
  async create(ctx: HttpContext) {
    const input = ctx.request.qs()
    return renderDeskBooking(ctx, { input, patient: await patientAtDesk(ctx, input) })
  }

  async store(ctx: HttpContext) {
    const input: Record<string, unknown> = ctx.request.body()
    const patient = await patientAtDesk(ctx, input)
    const { asked: offer } = await offersAtDesk(ctx, input.offer)
    const [error, form] = await ctx.request.tryValidateUsing(storeDeskVisitValidator)
    if (!patient || !offer) return renderDeskBooking(ctx, { input, patient, status: 422 })
    if (error) return this.#refuse(ctx, 'choose_time', { input, patient, status: 422 })
    const booked = await new BookVisit().handle({
      ...{ formKey: form.form_key, offer, startsAt: form.starts_at },
      resourceId: doctorIn(offer, input)?.id,
      patient: { customerId: patient.id },
      by: ctx.actor,
      locale: form.locale,
    })
    if (booked.ok) return this.#booked(ctx, booked.visitId, patient)
    const said = booked.reason === 'own_visit_then' ? booked.reason : 'taken'
    return this.#refuse(ctx, said, { input, patient, status: 409 })
  }

  #booked(ctx: HttpContext, id: number, { email }: Customer) {
    const said = email ? 'booked' : 'booked_without_mail'
    const text = ctx.i18n.t(`patient-visits.admin.notices.${said}`)
    redirectWith(ctx, urlFor('patient-visits.visits.show', { id }), { tone: 'success', text })
  }

  #refuse(ctx: HttpContext, said: string, page: Parameters<typeof renderDeskBooking>[1]) {
    const errors = { starts_at: ctx.i18n.t(`patient-visits.admin.book.${said}`) }
    return renderDeskBooking(ctx, { ...page, errors })
  }
}
