import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentMatrix } from '#app/accounts/presenters/rights_matrix'

/** All permissions by all roles on one page. */
export default class RightsController {
  async index(ctx: HttpContext) {
    const page = await presentMatrix(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/accounts/rights', { title: page.title, page })
  }
}
