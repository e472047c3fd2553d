import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { redirectWith } from '#core/admin'
import { firstOfEach, throttle, type FieldErrors } from '#core/web'
import { setUp } from '#app/accounts/actions/set_up'
import { FIRST_RUN_LIMIT } from '#app/accounts/limits'
import { beginSession } from '#app/accounts/middleware/begin_session'
import { presentFirstRun, sentenceFor } from '#app/accounts/presenters/first_run'
import { firstRunPath } from '#app/accounts/presenters/first_run_guide'
import { opensFirstRun } from '#app/accounts/queries/first_run'
import { storeFirstRunValidator } from '#app/accounts/validators/first_run'

/** The first run of an installation without demo data: its owner, organisation and location. */
export default class FirstRunsController {
  async create(ctx: HttpContext) {
    await throttle(ctx, FIRST_RUN_LIMIT)
    return (await opensFirstRun(ctx.params.token)) ? this.#form(ctx, {}) : this.#closed(ctx)
  }

  async store(ctx: HttpContext) {
    await throttle(ctx, FIRST_RUN_LIMIT)
    if (!(await opensFirstRun(ctx.params.token))) return this.#closed(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(storeFirstRunValidator)
    if (error) return this.#form(ctx, firstOfEach(error.messages))
    if (form.password !== form.password_confirmation)
      return this.#form(ctx, sentenceFor(ctx, 'different'))
    const done = await setUp(inputOf(form, ctx))
    if (!done.ok) {
      const { reason } = done
      return reason === 'set_up_before'
        ? this.#closed(ctx)
        : this.#form(ctx, sentenceFor(ctx, reason))
    }
    await beginSession(ctx, done.user)
    const text = ctx.i18n.t('accounts.first_run.done')
    return redirectWith(ctx, firstRunPath(), { tone: 'success', text })
  }

  async #form(ctx: HttpContext, errors: FieldErrors) {
    if (Object.keys(errors).length > 0) ctx.response.status(422)
    return ctx.view.render('accounts/pages/first_run', presentFirstRun(ctx, errors))
  }

  async #closed({ view, i18n, response }: HttpContext) {
    response.status(410)
    const title = i18n.t('accounts.first_run.closed.title')
    return view.render('accounts/pages/first_run_closed', { title })
  }
}

/** The owner reads the panel in the language in which the form was filled in. */
const inputOf = (form: Infer<typeof storeFirstRunValidator>, { locale }: HttpContext) => ({
  organisation: {
    name: form.organisation,
    defaultLocale: form.locale,
    location: { name: form.location, address: form.address || null, zone: form.zone },
  },
  owner: {
    email: form.email,
    firstName: form.first_name,
    lastName: form.last_name,
    password: form.password,
    locale,
  },
})
