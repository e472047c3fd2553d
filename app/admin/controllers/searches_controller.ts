import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#app/admin/panel'
import { presentFound } from '#app/admin/presenters/found'
import { viewerOf } from '#app/admin/viewer'

const LONGEST = 200

/** Everything that the words lead to: as a page, and as JSON for the palette. */
export default class SearchesController {
  async show(ctx: HttpContext) {
    const { request, response } = ctx
    const viewer = await viewerOf(ctx)
    const asked: unknown = request.qs().q
    const search = typeof asked === 'string' ? asked.replaceAll('\0', '').trim() : ''
    const found = await presentFound(search.slice(0, LONGEST), viewer)
    response.vary('accept')
    if (request.accepts(['html', 'json']) === 'json') return found
    return renderPanel(ctx, 'admin/pages/search', { title: viewer.t('admin.search.title'), found })
  }
}
