import type { HttpContext } from '@adonisjs/core/http'
import { viewerOf } from '#core/admin'
import { framedMail } from '#core/web'
import { renderSample } from '#app/messaging/queries/render_mail'
import { templateAddress } from '#app/messaging/admin/template_address'

/** A kind of mail with its invented data, alone for its frame. */
export default class TemplatePreviewsController {
  async show(ctx: HttpContext) {
    const { definition, locale } = await templateAddress(ctx, await viewerOf(ctx))
    return framedMail(ctx, (await renderSample(definition, locale)).html)
  }
}
