import type { HttpContext } from '@adonisjs/core/http'
import { isSafePath } from '#core/accounts'
import { urlFor } from '#core/platform'
import { runOnPage } from '#app/admin/actions/run_action'
import type { Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { renderPanel } from '#app/admin/panel'
import { presentPageAction } from '#app/admin/presenters/page_action'
import type { Entered } from '#app/admin/presenters/question'
import type { HomeAction } from '#app/admin/queries/named_actions'
import { readAnswer } from '#app/admin/read_answer'
import { sendResult } from '#app/admin/send_result'
import { viewerOf } from '#app/admin/viewer'

/** Why it was not done, in words. */
type Asked = Entered & { problem?: string; detail?: string }

/** An action of a list or a page: asked about on a page of its own, then run. */
export default class PageActionsController {
  constructor(private readonly named: HomeAction) {}

  /** Fields may be given in the address, as they may in that of a form. */
  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { form = [], initial } = this.named.action
    const asked = ctx.request.qs()
    const named = form.filter(({ name }) => name in asked)
    return this.#page(ctx, viewer, { values: { ...initial?.(viewer), ...readInput(named, asked) } })
  }

  async store(ctx: HttpContext) {
    const { home, action } = this.named
    const viewer = await viewerOf(ctx)
    const { typed, values } = await readAnswer(ctx, action, { resource: home, viewer })
    if (!values) return this.#refuse(ctx, viewer, typed)
    const { key } = typed
    const result = await runOnPage(this.named, { values, viewer, formKey: key })
    // Whoever filled in a form keeps what they typed, and reads there why it was not done.
    if (!result.ok && action.form) {
      const problem = viewer.t(result.reason, result.values)
      return this.#refuse(ctx, viewer, { ...typed, problem, detail: result.detail })
    }
    const back = result.ok && result.to ? urlFor(result.to) : this.#back(ctx, viewer)
    return sendResult(ctx, viewer, { result, key, back })
  }

  /** The page where they were; else that to which the action belongs, or the first of the panel. */
  #back({ request }: HttpContext, viewer: Viewer): string {
    const { home } = this.named
    const back: unknown = request.input('back')
    if (isSafePath(back)) return back
    return urlFor(viewer.can(home.permission) ? home.route : 'admin.today.show')
  }

  #refuse(ctx: HttpContext, viewer: Viewer, asked: Asked) {
    ctx.response.status(422)
    return this.#page(ctx, viewer, asked)
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Asked) {
    const back = this.#back(ctx, viewer)
    const page = await presentPageAction(this.named, { ...asked, back, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}
