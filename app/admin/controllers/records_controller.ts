import type { HttpContext } from '@adonisjs/core/http'
import { errorRecord } from '#core/platform'
import { noteView } from '#app/admin/actions/note_view'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { fieldAt } from '#app/admin/fields'
import { toStanding, wasJoined } from '#app/admin/joined_record'
import { renderPanel } from '#app/admin/panel'
import { presentBroken, presentList } from '#app/admin/presenters/list'
import { openedState, presentViews } from '#app/admin/presenters/list_views'
import { presentRecord } from '#app/admin/presenters/record'
import { asKept, keptOfList } from '#app/admin/queries/kept_of_list'
import { listRows } from '#app/admin/queries/list_rows'
import { lookup, MOST_IN_FILTER } from '#app/admin/queries/lookup'
import { recordOrSuccessor, shownRecordOf } from '#app/admin/queries/records'
import { viewerOf } from '#app/admin/viewer'

/** The records of any resource: their list, one of them, and those to choose from in a form. */
export default class RecordsController {
  constructor(private readonly resource: AnyResource) {}

  async index(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const list = await this.#list(ctx, viewer)
    const narrowed = this.resource.isScoped && viewer.narrowedTo !== null
    return renderPanel(ctx, 'admin/pages/index', { title: list.title, list, narrowed })
  }

  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { id } = ctx.params
    const record = await recordOrSuccessor(this.resource, id, viewer, shownRecordOf)
    if (wasJoined(ctx, record)) return toStanding(ctx, record)
    await noteView(this.resource, record, viewer)
    const shown = await presentRecord(this.resource, record, viewer)
    const view = shown.timeline.length > 0 ? 'show_with_timeline' : 'show'
    return renderPanel(ctx, `admin/pages/${view}`, { title: shown.title, shown, news: shown.news })
  }

  /** What the search beside a relation found, as JSON; without JavaScript the form searches. */
  async lookup(ctx: HttpContext) {
    const { params, response } = ctx
    const fields = this.resource.form.sections.flatMap((section) => section.fields)
    const field = fieldAt(fields, String(params.field))
    if (field?.kind !== 'relation' && field?.kind !== 'relations') return response.notFound([])
    return found(ctx, field.to())
  }

  /** The same for a filter of the list. */
  async filterLookup(ctx: HttpContext) {
    const { filters } = this.resource.list
    const filter = filters.find(({ name }) => name === ctx.params.field)
    if (filter?.kind !== 'relation') return ctx.response.notFound([])
    return found(ctx, filter.to(), MOST_IN_FILTER)
  }

  /** A list that fails says so calmly; the rest of the panel stays usable. */
  async #list(ctx: HttpContext, viewer: Viewer) {
    const kept = await keptOfList(this.resource.id, viewer)
    const resource = asKept(this.resource, kept)
    const state = openedState(resource, { address: ctx.request.qs(), kept })
    try {
      const found = await listRows(resource, state, viewer)
      const list = await presentList(resource, { state, found, viewer, kept })
      return { ...list, views: presentViews(resource, { state, kept, viewer }) }
    } catch (error) {
      ctx.logger.error({ error: errorRecord(error) }, 'List %s failed', resource.id)
      ctx.response.status(500)
      return presentBroken(resource, state, viewer)
    }
  }
}

async function found(ctx: HttpContext, target: AnyResource, most?: number) {
  const search: unknown = ctx.request.qs().q
  const viewer = await viewerOf(ctx)
  const options = await lookup(target, viewer, {
    search: typeof search === 'string' ? search.slice(0, 200) : '',
    most,
  })
  return most ? options.slice(0, most) : options
}
