import type { HttpContext } from '@adonisjs/core/http'
import { rememberColumns } from '#app/admin/actions/remember_columns'
import { columnsNamed, hrefs, listStateOf } from '#app/admin/presenters/list'
import { listNamed } from '#app/admin/queries/lists'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import { storeListColumnsValidator } from '#app/admin/validators/list_columns'
import { viewerOf } from '#app/admin/viewer'

/** The columns that a person sees of a list until they choose others. */
export default class ListColumnsController {
  async store(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(storeListColumnsValidator)
    if (error) throw new E_NO_SUCH_RECORD()
    const viewer = await viewerOf(ctx)
    const resource = listNamed(form.list, viewer)
    const columns = form.usual ? null : columnsNamed(resource, form.columns ?? [])
    await rememberColumns(viewer.user.id, { list: resource.id, columns })
    const { columns: _, ...state } = listStateOf(resource, ctx.request.qs())
    return ctx.response.redirect().status(303).toPath(hrefs(resource)(state))
  }
}
