import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { urlFor } from '#core/platform'
import type { Action, ActionResult, AnyResource, FieldErrors, Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { sendDownload } from '#app/admin/send_download'
import { presentAction } from '#app/admin/presenters/action'
import { refusalOf } from '#app/admin/queries/action_preview'
import { recordOf, type AnyRecord } from '#app/admin/queries/records'
import { validateForm } from '#app/admin/validate_form'
import { viewerOf } from '#app/admin/viewer'

/** An action on one record: asked about on a page of its own, then run. */
export default class ActionsController {
  constructor(
    private readonly resource: AnyResource,
    private readonly action: Action
  ) {}

  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    return this.#page(ctx, viewer, { record: await this.#record(ctx, viewer), values: {} })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const record = await recordOf(this.resource, ctx.params.id, { viewer })
    const refusal = refusalOf(this.action, record)
    // Somebody was faster, or the button was pressed twice.
    if (refusal) return this.#leave(ctx, viewer, { record, result: refused(refusal) })
    const fields = this.action.form ?? []
    const checked = await validateForm(fields, ctx.request.body(), {
      resource: this.resource,
      viewer,
    })
    if (!checked.ok) {
      ctx.response.status(422)
      const values = readInput(fields, ctx.request.body())
      return this.#page(ctx, viewer, { record, values, errors: checked.errors })
    }
    const result = await this.action.run({ record, values: checked.values, viewer })
    return this.#leave(ctx, viewer, { record, result })
  }

  /** An action that does not apply to the record now is not offered, so nobody can ask for it. */
  async #record({ params }: HttpContext, viewer: Viewer): Promise<AnyRecord> {
    const record = await recordOf(this.resource, params.id, { viewer })
    if (refusalOf(this.action, record)) {
      throw new Exception('The action does not apply to this record', { status: 409 })
    }
    return record
  }

  #leave(ctx: HttpContext, viewer: Viewer, done: { record: AnyRecord; result: ActionResult }) {
    const { record, result } = done
    if (result.ok && result.download) return sendDownload(ctx, result.download)
    const id = Number(record.$primaryKeyValue)
    const to = (result.ok && result.to) || `${this.resource.id}.show`
    const said = result.ok ? result.notice : result.reason
    const tone = result.ok ? 'success' : 'warning'
    redirectWith(ctx, urlFor(to, { id }), { tone, text: viewer.t(said, result.values) })
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Asked) {
    const page = await presentAction(this.resource, this.action, { ...asked, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}

const refused = (reason: string): ActionResult => ({ ok: false, reason })

type Asked = { record: AnyRecord; values: Record<string, unknown>; errors?: FieldErrors }
