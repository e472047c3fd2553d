import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentOverrides } from '#app/overrides/admin/present_overrides'

/** What of the operator's own views and texts is in use here, and what is not and why. */
export default class OverridesController {
  async index(ctx: HttpContext) {
    const page = presentOverrides(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/overrides/index', { title: page.title, page })
  }
}
