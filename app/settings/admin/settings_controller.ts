import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { saveSettings } from '#app/settings/admin/save_settings'
import { presentSettings } from '#app/settings/admin/present_settings'

/** All typed settings of one module or plugin, as they were declared. */
export default class SettingsController {
  async index(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const owner = String(ctx.params.owner)
    const errors = await saveSettings(owner, ctx.request.body(), viewer)
    if (Object.keys(errors).length > 0) {
      ctx.response.status(422)
      return this.#page(ctx, { errors, typed: ctx.request.body() })
    }
    const text = viewer.t('admin.form.saved')
    redirectWith(ctx, urlFor('settings.settings', {}, { owner }), { tone: 'success', text })
  }

  async #page(ctx: HttpContext, entered: { errors?: Errors; typed?: Record<string, unknown> }) {
    const viewer = await viewerOf(ctx)
    const owner: unknown = ctx.params.owner ?? ctx.request.qs().owner
    const page = await presentSettings(viewer, { owner, ...entered })
    return renderPanel(ctx, 'admin/settings/page', { title: page.title, page })
  }
}

type Errors = Record<string, string>
