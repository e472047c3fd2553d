import type { HttpContext } from '@adonisjs/core/http'
import { notePick } from '#app/admin/actions/note_pick'
import { linesOf } from '#app/admin/presenters/picked'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import { storePickValidator } from '#app/admin/validators/pick'
import { viewerOf } from '#app/admin/viewer'

/**
 * What a person opens from the palette, or from its page, which this leads on from; it is offered
 * when they come back to it. Nothing is opened but what the palette finds.
 */
export default class PicksController {
  async store(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(storePickValidator)
    if (error) throw new E_NO_SUCH_RECORD()
    const viewer = await viewerOf(ctx)
    const [line] = await linesOf([form.target], viewer)
    if (!line) throw new E_NO_SUCH_RECORD()
    await notePick(viewer.user.id, form.target)
    const { request, response } = ctx
    if (request.accepts(['html', 'json']) === 'json') return response.noContent()
    return response.redirect().status(303).toPath(line.href)
  }
}
