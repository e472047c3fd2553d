import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { framedMail } from '#core/web'
import { sendTestMail } from '#app/messaging/actions/send_test_mail'
import { renderSample } from '#app/messaging/queries/render_mail'
import { templateAddress } from '#app/messaging/admin/template_address'
import { testMailSaid } from '#app/messaging/admin/send_test'

/** A kind of mail with its invented data: alone for its frame, or sent to whoever looks at it. */
export default class TemplatePreviewsController {
  async show(ctx: HttpContext) {
    const { definition, locale } = await templateAddress(ctx, await viewerOf(ctx))
    return framedMail(ctx, (await renderSample(definition, locale)).html)
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { definition, locale, view } = await templateAddress(ctx, viewer)
    const to = viewer.user.email
    const sent = await sendTestMail({ to, locale, actor: viewer.actor, mail: definition })
    const result = testMailSaid(sent, to)
    const back = { template: definition.id }
    redirectWith(ctx, urlFor('messaging.template', back, { language: locale, view }), {
      tone: result.ok ? 'success' : 'warning',
      text: viewer.t(result.ok ? result.notice : result.reason, result.values),
      detail: result.detail,
    })
  }
}
