import type { HttpContext } from '@adonisjs/core/http'
import { keepPage } from '#core/web'
import { presentTopics } from '#app/organisation/presenters/help'
import { presentText, type SiteText } from '#app/organisation/presenters/site_text'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

/** Legal notice, privacy notice, accessibility statement and help; the route's name tells which. */
export default class TextsController {
  async show(ctx: HttpContext) {
    const kind = ctx.route!.name!.split('.')[1] as SiteText
    const text = presentText(kind, await currentOrganisation(), ctx.i18n)
    const topics = kind === 'help' ? await presentTopics(ctx.i18n) : []
    keepPage(ctx)
    return ctx.view.render('organisation/pages/text', { ...text, kind, topics })
  }
}
