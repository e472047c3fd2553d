import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { admit, captcha, E_TOO_MANY_ATTEMPTS } from '#core/web'
import { PlaceAppointment, type NotPlaced } from '#plugins/booking/actions/place_appointment'
import { CONFIRM_BY_ADDRESS, CONFIRM_BY_EMAIL } from '#plugins/booking/limits'
import { carried } from '#plugins/booking/presenters/carried'
import { tellOfChoice } from '#plugins/booking/presenters/choice'
import { CONFIRM_FORM, renderCheck } from '#plugins/booking/presenters/check'
import { anyDraft, pageBehindDraft } from '#plugins/booking/presenters/draft_visit'
import { renderTaken } from '#plugins/booking/presenters/taken'
import type { Draft } from '#plugins/booking/models/draft'
import type { DraftPage } from '#plugins/booking/queries/draft_page'

/** A second submit leads to the appointment of the first and needs no proof. */
const BOOKED = { ok: true, proof: 'captcha', use: async () => true } as const

/** Without JavaScript an attempt counts three times: it cost no work. */
const limitsOf = ({ email }: Draft, proof: 'captcha' | 'slow_form') => [
  { limit: CONFIRM_BY_ADDRESS, weight: proof === 'slow_form' ? 3 : 1 },
  { limit: CONFIRM_BY_EMAIL, key: email! },
]

/** B9, B10: check your answers, prove to be a person, confirm; the ticket goes out by e-mail. */
export default class ConfirmationsController {
  async create(ctx: HttpContext) {
    const page = await pageBehindDraft(ctx)
    if (!page) return
    if (!page.draft.complete) return this.#backToDetails(ctx, page)
    tellOfChoice(ctx)
    return renderCheck(ctx, page, null)
  }

  async store(ctx: HttpContext) {
    const page = await anyDraft(ctx)
    if (!page) return
    const isBooked = page.draft.appointmentId !== null
    if (!isBooked && !page.draft.complete) return this.#backToDetails(ctx, page)
    const form = isBooked ? BOOKED : await captcha.check(ctx, CONFIRM_FORM)
    if (!form.ok) return renderCheck(ctx, page, form.reason)
    const { draft, offer } = page
    const placed = await new PlaceAppointment().handle({
      draft,
      locale: ctx.locale,
      userId: ctx.actor.kind === 'customer' ? ctx.actor.id : null,
      byMail: form.proof === 'slow_form' || offer.service.confirmationMode === 'mail',
      admit: (trx) => admit(trx, ctx, { form, limits: limitsOf(draft, form.proof) }),
    })
    if (!placed.ok) return this.#refuse(ctx, page, placed)
    const address = urlFor('booking.manage.show', { token: placed.token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }

  #refuse(ctx: HttpContext, page: DraftPage, refusal: NotPlaced) {
    if (refusal.reason === 'too_many') throw new E_TOO_MANY_ATTEMPTS(refusal.seconds)
    if (refusal.reason === 'used') return renderCheck(ctx, page, 'used')
    const { offer, draft, token } = page
    return renderTaken(ctx, { offer, startsAt: draft.startsAt, token })
  }

  #backToDetails(ctx: HttpContext, { token }: DraftPage) {
    const address = urlFor('booking.details.edit', { token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }
}
