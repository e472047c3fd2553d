import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { captcha, throttleAll, type CaptchaResult } from '#core/web'
import { PlaceAppointment } from '#plugins/booking/actions/place_appointment'
import { CONFIRM_BY_ADDRESS, CONFIRM_BY_EMAIL } from '#plugins/booking/limits'
import { Draft } from '#plugins/booking/models/draft'
import { carried } from '#plugins/booking/presenters/carried'
import { tellOfChoice } from '#plugins/booking/presenters/choice'
import { CONFIRM_FORM, renderCheck } from '#plugins/booking/presenters/check'
import { anyDraft, pageBehindDraft } from '#plugins/booking/presenters/draft_visit'
import { renderTaken } from '#plugins/booking/presenters/taken'
import type { DraftPage } from '#plugins/booking/queries/draft_page'

const SECOND_CLICK_WAITS = [100, 300, 600, 1000]

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
    if (page.draft.appointmentId !== null) return this.#place(ctx, page, 'captcha')
    if (!page.draft.complete) return this.#backToDetails(ctx, page)
    const proof = await captcha.verify(ctx, CONFIRM_FORM)
    if (proof.ok) return this.#limited(ctx, page, proof.proof)
    if (proof.reason === 'used' && (await placedMeanwhile(page.draft))) {
      return this.#place(ctx, page, 'captcha')
    }
    return renderCheck(ctx, page, proof.reason)
  }

  async #limited(ctx: HttpContext, page: DraftPage, proof: Proof) {
    await throttleAll(ctx, [
      { limit: CONFIRM_BY_ADDRESS, weight: proof === 'slow_form' ? 3 : 1 },
      { limit: CONFIRM_BY_EMAIL, key: page.draft.email! },
    ])
    return this.#place(ctx, page, proof)
  }

  async #place(ctx: HttpContext, { draft, offer, token }: DraftPage, proof: Proof) {
    const byMail = proof === 'slow_form' || offer.service.confirmationMode === 'mail'
    const placed = await new PlaceAppointment().handle({ draft, locale: ctx.locale, byMail })
    if (!placed.ok) return renderTaken(ctx, { offer, startsAt: draft.startsAt, token })
    const address = urlFor('booking.manage.show', { token: placed.token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }

  #backToDetails(ctx: HttpContext, { token }: DraftPage) {
    const address = urlFor('booking.details.edit', { token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }
}

type Proof = (CaptchaResult & { ok: true })['proof']

/** The second click of a double click finds the captcha used: it waits for the first one's ticket. */
async function placedMeanwhile({ id }: Draft): Promise<boolean> {
  for (const pause of SECOND_CLICK_WAITS) {
    const draft = await Draft.findOrFail(id)
    if (draft.appointmentId !== null) return true
    await sleep(pause)
  }
  return false
}
