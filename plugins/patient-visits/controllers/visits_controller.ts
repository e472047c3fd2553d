import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, renderAccount, signedInCustomer } from '#core/accounts'
import { clock, urlFor } from '#core/platform'
import { askedPage, throttle } from '#core/web'
import { BookVisit } from '#plugins/patient-visits/actions/book_visit'
import { PATIENT_LIMIT } from '#plugins/patient-visits/limits'
import { renderCheck } from '#plugins/patient-visits/presenters/check'
import { presentMyVisits } from '#plugins/patient-visits/presenters/my_visits'
import { visitOf } from '#plugins/patient-visits/presenters/own_visit'
import { renderTaken } from '#plugins/patient-visits/presenters/taken'
import { presentVisitPage } from '#plugins/patient-visits/presenters/visit_page'
import { wantedParams, wantedVisit } from '#plugins/patient-visits/presenters/wanted_visit'
import { ownVisits } from '#plugins/patient-visits/queries/own_visits'
import { storeVisitValidator, wantedTimeValidator } from '#plugins/patient-visits/validators/visit'

/** V1, V2: the visits of whoever is signed in. */
export default class VisitsController {
  async index(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    const asked: Record<string, unknown> = ctx.request.qs()
    const when = asked.when === 'past' ? 'past' : 'upcoming'
    const page = askedPage(ctx)
    const found = await ownVisits({ userId, when, now: clock.now(), page })
    const shown = presentMyVisits(ctx, { ...found, when, page })
    return renderAccount(ctx, 'patient_visits::pages/my_visits', shown)
  }

  async show(ctx: HttpContext) {
    const shown = await presentVisitPage(ctx, await visitOf(ctx))
    return renderAccount(ctx, 'patient_visits::pages/visit', shown)
  }

  /** Everything once more before it is booked; nothing is held yet. */
  async create(ctx: HttpContext) {
    signedInCustomer(ctx)
    const wanted = await wantedVisit(ctx)
    const [error, chosen] = await wantedTimeValidator.tryValidate(ctx.request.qs())
    if (error) return this.#toTimes(ctx, wantedParams(wanted))
    return renderCheck(ctx, { ...wanted, startsAt: chosen.starts_at })
  }

  async store(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    await throttle(ctx, PATIENT_LIMIT, { key: String(user.id) })
    const { offer, doctor } = await wantedVisit(ctx)
    const form = await ctx.request.validateUsing(storeVisitValidator)
    const { id: userId, firstName, lastName, email } = user
    const booked = await new BookVisit().handle({
      ...{ offer, formKey: form.form_key, startsAt: form.starts_at, resourceId: doctor?.id },
      patient: { userId, firstName, lastName, email },
      by: { kind: 'customer', id: userId },
      locale: ctx.locale,
    })
    const chosen = { offer, doctor, startsAt: form.starts_at }
    if (booked.ok) return this.#booked(ctx, booked.publicId, offer.type.confirmedBy)
    if (booked.reason === 'own_visit_then') return renderCheck(ctx, chosen, booked.reason)
    return renderTaken(ctx, chosen)
  }

  #booked(ctx: HttpContext, id: string, confirmedBy: string) {
    const said = confirmedBy === 'unit' ? 'requested' : 'booked'
    const text = ctx.i18n.t(`patient-visits.notices.${said}`)
    leadToAccount(ctx, urlFor('patient-visits.mine.show', { id }), { tone: 'success', text })
  }

  #toTimes({ response }: HttpContext, params: Record<string, string>) {
    const address = urlFor('patient-visits.times.index', {}, params)
    return response.redirect().status(303).toPath(address)
  }
}
