import { errors, type HttpContext } from '@adonisjs/core/http'
import { tableContent } from '#core/documents'
import { noteExport } from '#app/admin/actions/note_export'
import type { AnyResource } from '#app/admin/definition'
import { exportedTable, fileNameOf } from '#app/admin/presenters/export'
import { listStateOf } from '#app/admin/presenters/list'
import { asKept, keptOfList } from '#app/admin/queries/kept_of_list'
import { viewerOf } from '#app/admin/viewer'

/** A list as a file, with exactly the rows and columns that its page shows. */
export default class ExportsController {
  constructor(private readonly resource: AnyResource) {}

  async show(ctx: HttpContext) {
    const { request, response } = ctx
    if (!ctx.can(this.resource.permission.view)) {
      throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    }
    const viewer = await viewerOf(ctx)
    const resource = asKept(this.resource, await keptOfList(this.resource.id, viewer))
    const address = request.qs()
    const ending = address.format === 'xlsx' ? 'xlsx' : 'csv'
    const state = listStateOf(resource, address)
    await noteExport(resource, { state, ending, actor: viewer.actor })
    const table = exportedTable(resource, state, viewer)
    const name = fileNameOf(resource, ending, { viewer })
    const { type, content } = tableContent(table, ending, viewer.locale)
    response.header('Content-Type', type)
    response.header('Content-Disposition', `attachment; filename="${name}"`)
    response.header('Cache-Control', 'no-store')
    response.header('X-Content-Type-Options', 'nosniff')
    response.stream(content)
  }
}
