import type { HttpContext } from '@adonisjs/core/http'
import { randomId } from '#core/platform'
import { startRun } from '#app/admin/actions/start_run'
import type { Action, AnyResource, Viewer } from '#app/admin/definition'
import { readSelection } from '#app/admin/domain/selection'
import { renderPanel } from '#app/admin/panel'
import { backToList, presentBulk, type Chosen } from '#app/admin/presenters/bulk'
import { listStateOf } from '#app/admin/presenters/list'
import type { Entered } from '#app/admin/presenters/question'
import { selectedIds } from '#app/admin/queries/selected_records'
import { readAnswer } from '#app/admin/read_answer'
import { sendRun } from '#app/admin/send_result'
import { viewerOf } from '#app/admin/viewer'

/** An action on chosen rows of a list; the address says which, so the form carries no ids. */
export default class BulkActionsController {
  constructor(
    private readonly resource: AnyResource,
    private readonly action: Action
  ) {}

  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    return this.#page(ctx, viewer, { values: {}, ...(await this.#chosen(ctx, viewer)) })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { resource, action } = this
    const chosen = await this.#chosen(ctx, viewer)
    const { ids, back } = chosen
    const { typed, values } = await readAnswer(ctx, action, { resource, viewer })
    // Nobody agreed to what came into the list after the question was read.
    const grown = ids !== null && ids.length > Number(ctx.request.input('seen'))
    if (!ids || ids.length === 0 || grown || !values) {
      ctx.response.status(422)
      return this.#page(ctx, viewer, { ...typed, ...chosen, grown })
    }
    const { key = randomId() } = typed
    const name = `${resource.id}.${action.id}`
    return sendRun(ctx, viewer, await startRun({ action: name, ids, values, key, back }, viewer))
  }

  async #chosen(ctx: HttpContext, viewer: Viewer): Promise<Chosen> {
    const address = ctx.request.qs()
    const state = listStateOf(this.resource, address)
    const selection = readSelection(address)
    const ids = await selectedIds(this.resource, selection, { state, viewer })
    return { ids, selection, state, back: backToList(this.resource, state) }
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Entered & Chosen & { grown?: boolean }) {
    const page = await presentBulk(this.resource, this.action, { ...asked, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}
