import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { urlFor } from '#core/platform'
import { runOnRecord } from '#app/admin/actions/run_action'
import type { Action, ActionResult, AnyResource, FieldErrors, Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { formKey } from '#app/admin/domain/sent_form'
import { joinedNotice, toStanding, wasJoined } from '#app/admin/joined_record'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { presentAction } from '#app/admin/presenters/action'
import { refusalOf } from '#app/admin/queries/action_preview'
import {
  E_NO_SUCH_RECORD,
  recordOf,
  recordOrSuccessor,
  type AnyRecord,
} from '#app/admin/queries/records'
import { sendResult } from '#app/admin/send_result'
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
    const record = await recordOrSuccessor(this.resource, ctx.params.id, viewer)
    if (wasJoined(ctx, record)) return toStanding(ctx, record)
    // What does not apply to the record now is not offered, so nobody can ask for it.
    if (refusalOf(this.action, record)) {
      throw new Exception('The action does not apply to this record', { status: 409 })
    }
    return this.#page(ctx, viewer, { record, values: {} })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    try {
      return await this.#run(ctx, viewer)
    } catch (error) {
      if (!(error instanceof E_NO_SUCH_RECORD)) throw error
      const record = await recordOrSuccessor(this.resource, ctx.params.id, viewer)
      if (!wasJoined(ctx, record)) throw error
      return this.#askAgain(ctx, viewer, record)
    }
  }

  async #run(ctx: HttpContext, viewer: Viewer) {
    const { resource, action } = this
    const { id } = ctx.params
    const body = ctx.request.body()
    const key = formKey(body)
    const fields = action.form ?? []
    const checked = await validateForm(fields, body, { resource, viewer })
    if (!checked.ok) {
      const record = await recordOf(resource, id, { viewer })
      ctx.response.status(422)
      const values = readInput(fields, body)
      return this.#page(ctx, viewer, { record, values, errors: checked.errors, key })
    }
    const { values } = checked
    const result = await runOnRecord({ resource, action, id, values, viewer, formKey: key })
    return this.#leave(ctx, viewer, { result, key })
  }

  /** The record was joined into this one after the action was asked about; so it is asked again. */
  #askAgain(ctx: HttpContext, viewer: Viewer, record: AnyRecord) {
    const { resource, action } = this
    const reason = refusalOf(action, record)
    if (reason) {
      const show = urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) })
      return redirectWith(ctx, show, joinedNotice(viewer, viewer.t(reason)))
    }
    ctx.notices.push(joinedNotice(viewer))
    ctx.response.status(409)
    const values = readInput(action.form ?? [], ctx.request.body())
    return this.#page(ctx, viewer, { record, values })
  }

  #leave(
    ctx: HttpContext,
    viewer: Viewer,
    { result, key }: { result: ActionResult; key?: string }
  ) {
    const { id } = ctx.params
    const to = (result.ok && result.to) || `${this.resource.id}.show`
    return sendResult(ctx, viewer, { result, key, back: urlFor(to, { id }) })
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Asked) {
    const page = await presentAction(this.resource, this.action, { ...asked, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}

type Asked = {
  record: AnyRecord
  values: Record<string, unknown>
  errors?: FieldErrors
  key?: string
}
