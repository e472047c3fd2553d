import type { HttpContext } from '@adonisjs/core/http'
import type { AnyResource } from '#app/admin/definition'
import { readListState } from '#app/admin/domain/list_state'
import { fieldAt } from '#app/admin/fields'
import { renderPanel } from '#app/admin/panel'
import { presentList, sortOf } from '#app/admin/presenters/list'
import { presentRecord } from '#app/admin/presenters/record'
import { listRows } from '#app/admin/queries/list_rows'
import { lookup } from '#app/admin/queries/lookup'
import { recordOf } from '#app/admin/queries/records'
import { viewerOf } from '#app/admin/viewer'

/** The records of any resource: their list, one of them, and those to choose from in a form. */
export default class RecordsController {
  constructor(private readonly resource: AnyResource) {}

  async index(ctx: HttpContext) {
    const { resource } = this
    const viewer = await viewerOf(ctx)
    const sorts = resource.list.columns.flatMap((column) => sortOf(resource, column) ?? [])
    const state = readListState(ctx.request.qs(), { ...resource.list, sorts })
    const found = await listRows(resource, state, viewer)
    const list = await presentList(resource, { state, found, viewer })
    return renderPanel(ctx, 'admin/pages/index', { title: list.title, list })
  }

  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const record = await recordOf(this.resource, ctx.params.id, { viewer })
    const shown = await presentRecord(this.resource, record, viewer)
    const view = shown.timeline.length > 0 ? 'show_with_timeline' : 'show'
    return renderPanel(ctx, `admin/pages/${view}`, { title: shown.title, shown })
  }

  /** What the search beside a relation found, as JSON; without JavaScript the form searches. */
  async lookup(ctx: HttpContext) {
    const { params, request, response } = ctx
    const fields = this.resource.form.sections.flatMap((section) => section.fields)
    const field = fieldAt(fields, String(params.field))
    if (field?.kind !== 'relation' && field?.kind !== 'relations') return response.notFound([])
    const search: unknown = request.qs().q
    const viewer = await viewerOf(ctx)
    return lookup(field.to(), viewer, { search: typeof search === 'string' ? search : '' })
  }
}
