import { errors, type HttpContext } from '@adonisjs/core/http'
import { OutboxMail } from '#app/messaging/models/outbox_mail'
import { renderMail } from '#app/messaging/queries/render_mail'

/**
 * Mail programs want styles inside the HTML, which our own pages forbid. Nothing else is allowed
 * here: no script, no picture from elsewhere, no form, and only our own pages may frame it.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** The HTML part of a mail, for a frame in the panel. */
export default class PreviewsController {
  async show({ params, request, response }: HttpContext) {
    const mail = await OutboxMail.findBy('publicId', params.publicId)
    const rendered = mail && (await renderMail(mail))
    if (!rendered?.ok) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    response.header('Content-Security-Policy', POLICY)
    response.header('X-Frame-Options', 'SAMEORIGIN')
    response.type('text/html; charset=utf-8')
    return response.send(rendered.mail.html)
  }
}
