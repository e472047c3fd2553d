import { errors, type HttpContext } from '@adonisjs/core/http'
import { keepPage } from '#core/web'
import { presentHelpPage, presentTopics } from '#app/organisation/presenters/help'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'
import { helpTopics } from '#app/organisation/queries/help_topics'

/** V6: what a plugin has to say to customers who need help with it. */
export default class HelpPagesController {
  async show(ctx: HttpContext) {
    const { request, params, i18n } = ctx
    const found = (await helpTopics()).find(({ topic }) => topic === params.topic)
    if (!found) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    const page = await presentHelpPage(found, await currentOrganisation(), i18n)
    const topics = await presentTopics(i18n, found.topic)
    keepPage(ctx)
    return ctx.view.render('organisation/pages/help_page', { ...page, topics })
  }
}
