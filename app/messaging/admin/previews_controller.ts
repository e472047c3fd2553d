import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, viewerOf } from '#core/admin'
import { framedMail } from '#core/web'
import { mails } from '#app/messaging/admin/mails'
import type { OutboxMail } from '#app/messaging/models/outbox_mail'
import { renderMail } from '#app/messaging/queries/render_mail'

/** A mail as its recipient sees it, for the frame on its page. */
export default class PreviewsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const mail = (await recordOf(mails, ctx.params.id, { viewer })) as OutboxMail
    const rendered = await renderMail(mail)
    if (!rendered.ok) return ctx.response.notFound('')
    return framedMail(ctx, rendered.mail.html)
  }
}
