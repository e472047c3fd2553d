import type { HttpContext } from '@adonisjs/core/http'
import { randomId } from '#core/platform'
import { startRun } from '#app/admin/actions/start_run'
import type { Viewer } from '#app/admin/definition'
import { readSelection } from '#app/admin/domain/selection'
import { renderPanel } from '#app/admin/panel'
import { backToList, presentBulk, type Chosen } from '#app/admin/presenters/bulk'
import { listStateOf } from '#app/admin/presenters/list'
import type { Entered } from '#app/admin/presenters/question'
import type { RecordAction } from '#app/admin/queries/named_actions'
import { selectedIds } from '#app/admin/queries/selected_records'
import { readAnswer } from '#app/admin/read_answer'
import { sendRun } from '#app/admin/send_result'
import { viewerWhoMay } from '#app/admin/viewer_who_may'

/** An action on chosen rows of a list; the address says which, so the form carries no ids. */
export default class BulkActionsController {
  constructor(private readonly named: RecordAction) {}

  async create(ctx: HttpContext) {
    const viewer = await viewerWhoMay(ctx, this.named)
    return this.#page(ctx, viewer, { values: {}, ...(await this.#chosen(ctx, viewer)) })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerWhoMay(ctx, this.named)
    const { name, words, action } = this.named
    const chosen = await this.#chosen(ctx, viewer)
    const { ids, back } = chosen
    const { typed, values } = await readAnswer(ctx, action, { resource: words, viewer })
    // Nobody agreed to what came into the list after the question was read.
    const grown = ids !== null && ids.length > Number(ctx.request.input('seen'))
    if (!ids || ids.length === 0 || grown || !values) {
      ctx.response.status(422)
      return this.#page(ctx, viewer, { ...typed, ...chosen, grown })
    }
    const { key = randomId() } = typed
    return sendRun(ctx, viewer, await startRun({ action: name, ids, values, key, back }, viewer))
  }

  async #chosen(ctx: HttpContext, viewer: Viewer): Promise<Chosen> {
    const { resource } = this.named
    const address = ctx.request.qs()
    const state = listStateOf(resource, address)
    const selection = readSelection(address)
    const ids = await selectedIds(resource, selection, { state, viewer })
    return { ids, selection, state, back: backToList(resource, state) }
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Entered & Chosen & { grown?: boolean }) {
    const page = await presentBulk(this.named, { ...asked, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}
