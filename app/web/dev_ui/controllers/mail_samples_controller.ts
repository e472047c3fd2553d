import type { HttpContext } from '@adonisjs/core/http'
import { galleryPage } from '#app/web/dev_ui/gallery'
import { framedMail } from '#app/web/framed_mail'

/** The mail of the gallery as it goes out, for the frame on its page. */
export default class MailSamplesController {
  async show(ctx: HttpContext) {
    const sample = galleryPage('mail_sample', null)
    return framedMail(ctx, await ctx.view.render('ui::gallery/mail_sample', sample))
  }
}
