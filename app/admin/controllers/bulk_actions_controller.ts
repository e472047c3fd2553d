import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { startRun } from '#app/admin/actions/start_run'
import type { Action, AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { readSelection } from '#app/admin/domain/selection'
import type { ActionRun } from '#app/admin/models/action_run'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { backToList, noticeOf, presentBulk, type Chosen } from '#app/admin/presenters/bulk'
import { listStateIn, selectedIds } from '#app/admin/queries/selected_records'
import { validateForm } from '#app/admin/validate_form'
import { viewerOf } from '#app/admin/viewer'

type Asked = { values: Values; errors?: FieldErrors; grown?: boolean }

/** An action on chosen rows of a list; the address says which, so the form carries no ids. */
export default class BulkActionsController {
  constructor(
    private readonly resource: AnyResource,
    private readonly action: Action
  ) {}

  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    return this.#page(ctx, viewer, { values: {} })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { resource, action } = this
    const body = ctx.request.body()
    const { ids, back } = await this.#chosen(ctx, viewer)
    const typed = readInput(action.form ?? [], body)
    // Nobody agreed to what came into the list after the question was read.
    const grown = ids !== null && ids.length > Number(body.seen)
    const checked = await validateForm(action.form ?? [], body, { resource, viewer })
    if (!ids || ids.length === 0 || grown || !checked.ok) {
      ctx.response.status(422)
      const errors = checked.ok ? {} : checked.errors
      return this.#page(ctx, viewer, { values: typed, errors, grown })
    }
    const { values } = checked
    const key = typeof body.key === 'string' ? body.key : ''
    const name = `${resource.id}.${action.id}`
    const run = await startRun({ action: name, ids, values, key, back }, viewer)
    return this.#leave(ctx, viewer, run)
  }

  /** All went well: back to the list. Else, or while it lasts, to the page that says how it goes. */
  #leave(ctx: HttpContext, viewer: Viewer, run: ActionRun) {
    const to = urlFor('admin.runs.show', { id: run.publicId })
    if (run.state !== 'done' || run.refused.length > 0) {
      return ctx.response.redirect().status(303).toPath(to)
    }
    redirectWith(ctx, run.back, noticeOf(this.resource, this.action, { run, viewer }))
  }

  async #chosen(ctx: HttpContext, viewer: Viewer): Promise<Chosen> {
    const address = ctx.request.qs()
    const state = listStateIn(this.resource, address)
    const selection = readSelection(address)
    const ids = await selectedIds(this.resource, selection, { state, viewer })
    return { ids, selection, state, back: backToList(this.resource, state) }
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Asked) {
    const chosen = await this.#chosen(ctx, viewer)
    const page = await presentBulk(this.resource, this.action, { ...asked, ...chosen, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}
