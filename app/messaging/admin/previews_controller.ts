import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, viewerOf } from '#core/admin'
import { mails } from '#app/messaging/admin/mails'
import type { OutboxMail } from '#app/messaging/models/outbox_mail'
import { renderMail } from '#app/messaging/queries/render_mail'

/**
 * The mail alone, for the frame on its page. Mails style themselves inline and quote what people
 * typed, so this answer may run nothing, load nothing and submit nothing.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

export default class PreviewsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const mail = (await recordOf(mails, ctx.params.id, { viewer })) as OutboxMail
    const rendered = await renderMail(mail)
    if (!rendered.ok) return ctx.response.notFound('')
    ctx.response.header('Content-Security-Policy', POLICY)
    ctx.response.header('X-Frame-Options', 'SAMEORIGIN')
    ctx.response.type('html')
    return rendered.mail.html
  }
}
