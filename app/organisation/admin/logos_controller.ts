import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { changeLogo } from '#app/organisation/actions/change_logo'
import { MOST_KILOBYTES, SIDES, uploadedPicture } from '#app/organisation/admin/uploaded_picture'

const LIMITS = { kilobytes: MOST_KILOBYTES, ...SIDES }

/** The picture beside the organisation's name on every page. */
export default class LogosController {
  edit(ctx: HttpContext) {
    return this.#page(ctx)
  }

  async update(ctx: HttpContext) {
    const read = await uploadedPicture(ctx, 'logo')
    if (!read.ok) {
      ctx.response.status(422)
      return this.#page(ctx, ctx.i18n.t(`organisation.admin.logo.errors.${read.reason}`, LIMITS))
    }
    await changeLogo(read.picture, ctx.actor)
    const text = ctx.i18n.t('organisation.admin.logo.said.changed')
    redirectWith(ctx, urlFor('organisation.logo'), { tone: 'success', text })
  }

  async #page(ctx: HttpContext, error?: string) {
    const { t } = await viewerOf(ctx)
    const title = t('organisation.admin.logo.title')
    const hint = t('organisation.admin.logo.hint', LIMITS)
    return renderPanel(ctx, 'admin/organisation/logo', { title, hint, error })
  }
}
