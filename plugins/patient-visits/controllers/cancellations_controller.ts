import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { EndVisit } from '#plugins/patient-visits/actions/end_visit'
import { readReason, LONGEST_REASON } from '#plugins/patient-visits/domain/cancel_reason'
import { addressOf, refusalsOf, visitOf } from '#plugins/patient-visits/presenters/own_visit'
import { presentVisit } from '#plugins/patient-visits/presenters/told_visit'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'
import { storeCancellationValidator } from '#plugins/patient-visits/validators/cancellation'

/** V4: the visit's details, a reason where the visit type asks for one, and a button. */
export default class CancellationsController {
  async create(ctx: HttpContext) {
    const told = await visitOf(ctx)
    if (refusalsOf(told).cancel) return this.#stays(ctx, told)
    return this.#page(ctx, told, null)
  }

  async store(ctx: HttpContext) {
    const told = await visitOf(ctx)
    if (refusalsOf(told).cancel) return this.#stays(ctx, told)
    const { reason: typed = null } = await ctx.request.validateUsing(storeCancellationValidator)
    const read = readReason(typed, told.offer.type.reasonMode)
    if (!read.ok) return this.#page(ctx, told, read.reason)
    const { id } = signedInCustomer(ctx)
    const by = { kind: 'customer', id } as const
    const { offer, visit } = told
    await new EndVisit().handle({ visitId: visit.id, offer, by, reason: read.reason })
    const text = ctx.i18n.t('patient-visits.notices.cancelled')
    leadToAccount(ctx, addressOf(told), { tone: 'success', text })
  }

  /** A reason that was refused is shown again as it was typed. */
  #page(ctx: HttpContext, told: ToldVisit, problem: 'missing' | 'too_long' | null) {
    if (problem) ctx.response.status(422)
    const words = { most: LONGEST_REASON }
    const error = problem && ctx.i18n.t(`patient-visits.cancel.${problem}`, words)
    return ctx.view.render('patient_visits::pages/cancel', {
      title: ctx.i18n.t('patient-visits.cancel.title'),
      ticket: presentVisit(ctx, told),
      action: urlFor('patient-visits.cancellations.store', { id: told.visit.publicId }),
      back: { href: addressOf(told) },
      mode: told.offer.type.reasonMode,
      reason: ctx.request.input('reason', ''),
      errors: error ? { reason: error } : {},
    })
  }

  /** Too late, or somebody was faster: the page of the visit says how things stand. */
  #stays(ctx: HttpContext, told: ToldVisit) {
    return ctx.response.redirect().status(303).toPath(addressOf(told))
  }
}
