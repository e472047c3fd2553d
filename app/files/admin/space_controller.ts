import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentSpace } from '#app/files/admin/present_space'

/** How much of their space the attachments take, and whose they are. */
export default class SpaceController {
  async index(ctx: HttpContext) {
    const page = await presentSpace(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/files/space', { title: page.title, page })
  }
}
