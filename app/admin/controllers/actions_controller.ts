import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { runOnRecord } from '#app/admin/actions/run_action'
import type { Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { joinedNotice, toStanding, wasJoined } from '#app/admin/joined_record'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { presentAction, presentRefusal } from '#app/admin/presenters/action'
import type { Entered } from '#app/admin/presenters/question'
import { refusalOf } from '#app/admin/queries/action_preview'
import type { RecordAction } from '#app/admin/queries/named_actions'
import {
  E_NO_SUCH_RECORD,
  recordOf,
  recordOrSuccessor,
  type AnyRecord,
} from '#app/admin/queries/records'
import { readAnswer } from '#app/admin/read_answer'
import { sendResult } from '#app/admin/send_result'
import { viewerWhoMay } from '#app/admin/viewer_who_may'

/** An action on one record: asked about on a page of its own, then run. */
export default class ActionsController {
  constructor(private readonly named: RecordAction) {}

  async create(ctx: HttpContext) {
    const { resource, action } = this.named
    const viewer = await viewerWhoMay(ctx, this.named)
    const record = await recordOrSuccessor(resource, ctx.params.id, viewer)
    if (wasJoined(ctx, record)) return toStanding(ctx, record)
    // Not offered on the record as it stands; an old window or a shared link may still lead here.
    const reason = refusalOf(action, record)
    if (reason) return this.#refuse(ctx, viewer, { record, reason })
    return this.#page(ctx, viewer, { record, values: {} })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerWhoMay(ctx, this.named)
    try {
      return await this.#run(ctx, viewer)
    } catch (error) {
      if (!(error instanceof E_NO_SUCH_RECORD)) throw error
      const record = await recordOrSuccessor(this.named.resource, ctx.params.id, viewer)
      if (!wasJoined(ctx, record)) throw error
      return this.#askAgain(ctx, viewer, record)
    }
  }

  async #run(ctx: HttpContext, viewer: Viewer) {
    const { resource, words, action } = this.named
    const { id } = ctx.params
    const { typed, values } = await readAnswer(ctx, action, { resource: words, viewer })
    if (!values) {
      const record = await recordOf(resource, id, { viewer })
      ctx.response.status(422)
      return this.#page(ctx, viewer, { record, ...typed })
    }
    const { key } = typed
    const result = await runOnRecord(this.named, { id, values, viewer, formKey: key })
    const to = (result.ok && result.to) || `${resource.id}.show`
    return sendResult(ctx, viewer, { result, key, back: urlFor(to, { id }) })
  }

  /** The record was joined into this one after the action was asked about; so it is asked again. */
  #askAgain(ctx: HttpContext, viewer: Viewer, record: AnyRecord) {
    const { resource, action } = this.named
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

  #refuse(ctx: HttpContext, viewer: Viewer, refused: { record: AnyRecord; reason: string }) {
    ctx.response.status(409)
    const page = presentRefusal(this.named, { ...refused, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }

  async #page(ctx: HttpContext, viewer: Viewer, asked: Entered & { record: AnyRecord }) {
    const page = await presentAction(this.named, { ...asked, viewer })
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }
}
