import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { randomId, urlFor } from '#core/platform'
import { admit, captcha, firstOfEach, type FieldErrors } from '#core/web'
import { reportBarrier } from '#app/feedback/actions/report_barrier'
import { REPORT_LIMIT } from '#app/feedback/limits'
import { presentReport, refusalWords, REPORT_FORM } from '#app/feedback/presenters/report'
import { storeReportValidator } from '#app/feedback/validators/report'

type Sent = Infer<typeof storeReportValidator>
type Proven = Extract<Awaited<ReturnType<typeof captcha.check>>, { ok: true }>

/** V5: whoever meets a barrier tells of it, without an account and without a name. */
export default class BarriersController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async store(ctx: HttpContext) {
    const [error, sent] = await ctx.request.tryValidateUsing(storeReportValidator)
    if (error) return this.#again(ctx, firstOfEach(error.messages))
    const form = await captcha.check(ctx, REPORT_FORM)
    const reported = form.ok ? await this.#report(ctx, sent, form) : form
    if (!reported.ok) {
      const status = reported.reason === 'too_many' ? 429 : 422
      return this.#again(ctx, { captcha: refusalWords(reported, ctx.i18n) }, status)
    }
    return ctx.response.redirect().status(303).toPath(urlFor('feedback.barriers.sent'))
  }

  async sent({ view, i18n }: HttpContext) {
    return view.render('feedback/pages/sent', { title: i18n.t('feedback.sent.title') })
  }

  /** Without JavaScript an attempt counts three times: it cost no work. */
  #report(ctx: HttpContext, sent: Sent, form: Proven) {
    const { form_key: key = randomId(), full_name: name, ...told } = sent
    const limits = [{ limit: REPORT_LIMIT, weight: form.proof === 'slow_form' ? 3 : 1 }]
    return reportBarrier({
      told: { ...told, name, locale: ctx.locale },
      key,
      admit: (trx) => admit(trx, ctx, { form, limits }),
    })
  }

  #again(ctx: HttpContext, errors: FieldErrors, status = 422) {
    ctx.response.status(status)
    return this.#page(ctx, errors)
  }

  #page(ctx: HttpContext, errors: FieldErrors) {
    return ctx.view.render('feedback/pages/report', presentReport(ctx, errors))
  }
}
