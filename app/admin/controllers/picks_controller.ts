import type { HttpContext } from '@adonisjs/core/http'
import { notePick } from '#app/admin/actions/note_pick'
import { linesOf } from '#app/admin/presenters/picked'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import { storePickValidator } from '#app/admin/validators/pick'
import { viewerOf } from '#app/admin/viewer'

/** What a person opens from the palette; it is offered when they come back to it. */
export default class PicksController {
  async store(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(storePickValidator)
    if (error) throw new E_NO_SUCH_RECORD()
    const viewer = await viewerOf(ctx)
    const [line] = await linesOf([form.target], viewer)
    if (!line) throw new E_NO_SUCH_RECORD()
    await notePick(viewer.user.id, form.target)
    return ctx.response.noContent()
  }
}
