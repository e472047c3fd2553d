import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { firstOfEach, type FieldErrors } from '#core/web'
import { changeLooks } from '#app/accounts/actions/change_looks'
import { presentOwnSettings } from '#app/accounts/presenters/own_settings'
import { sessionsOf } from '#app/accounts/queries/sessions'
import { updateOwnSettingsValidator } from '#app/accounts/validators/own_settings'

/** "My settings" of a person who works here: looks, language, safety of the account. */
export default class OwnSettingsController {
  async edit(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async update(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(updateOwnSettingsValidator)
    if (error) return this.#page(ctx, firstOfEach(error.messages))
    await changeLooks(ctx.auth.use('web').getUserOrFail().id, form)
    const text = ctx.i18n.t('admin.form.saved')
    redirectWith(ctx, urlFor('accounts.own_settings.edit'), { tone: 'success', text })
  }

  async #page(ctx: HttpContext, errors: FieldErrors) {
    if (Object.keys(errors).length > 0) ctx.response.status(422)
    const sessions = await sessionsOf(ctx.auth.use('web').getUserOrFail().id)
    const page = presentOwnSettings(ctx, { viewer: await viewerOf(ctx), sessions, errors })
    return renderPanel(ctx, 'admin/accounts/own_settings', { title: page.title, page })
  }
}
