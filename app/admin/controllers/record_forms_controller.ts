import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { noteView } from '#app/admin/actions/note_view'
import { saveRecord } from '#app/admin/actions/save_record'
import type { AnyResource, Values, Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { beganWith, formKey, keptStored, UNSEEN } from '#app/admin/domain/sent_form'
import { isSaved } from '#app/admin/domain/three_versions'
import type { Field } from '#app/admin/fields'
import { withSentFiles } from '#app/admin/file_fields'
import { joinedNotice, toStanding, wasJoined } from '#app/admin/joined_record'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { presentConflict } from '#app/admin/presenters/conflict'
import { presentFormPage, type FormPage } from '#app/admin/presenters/form_page'
import { otherThanSaving } from '#app/admin/presenters/form_step'
import { fieldsFor, initialValues, mayChange, storedValues } from '#app/admin/queries/form_values'
import { recordOrSuccessor, type AnyRecord } from '#app/admin/queries/records'
import { openSeen } from '#app/admin/seen_values'
import { validateForm } from '#app/admin/validate_form'
import { viewerOf } from '#app/admin/viewer'

/** The form of any resource, for a new record and a stored one. */
export default class RecordFormsController {
  constructor(private readonly resource: AnyResource) {}

  /** Fields may be given in the address: `…/create?locationId=3`. */
  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const asked = ctx.request.qs()
    const fields = fieldsFor(this.resource, 'create').filter(({ name }) => name in asked)
    const values = { ...initialValues(this.resource, viewer), ...readInput(fields, asked) }
    return this.#page(ctx, viewer, { record: null, values })
  }

  async store(ctx: HttpContext) {
    return this.#save(ctx, await viewerOf(ctx), null)
  }

  async edit(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const record = await this.#record(ctx, viewer)
    if (wasJoined(ctx, record)) return toStanding(ctx, record)
    await noteView(this.resource, record, viewer)
    const values = await storedValues(this.resource, record)
    return this.#page(ctx, viewer, { record, values })
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const record = await this.#record(ctx, viewer)
    if (wasJoined(ctx, record)) ctx.notices.push(joinedNotice(viewer))
    return this.#save(ctx, viewer, record)
  }

  #record({ params }: HttpContext, viewer: Viewer) {
    return recordOrSuccessor(this.resource, this.resource.single ?? params.id, viewer)
  }

  async #save(ctx: HttpContext, viewer: Viewer, record: AnyRecord | null) {
    const { resource } = this
    const id = record ? Number(record.$primaryKeyValue) : null
    const kept = keptStored(ctx.request.body())
    const fields = fieldsFor(resource, record ? 'edit' : 'create').filter(
      (field) => mayChange(field, viewer) && !kept.includes(field.name)
    )
    const body = await withSentFiles(ctx, fields, id)
    const known = record ? await storedValues(resource, record) : initialValues(resource, viewer)
    const joined = record !== null && wasJoined(ctx, record)
    const began = joined ? UNSEEN : record ? beganWith(body) : undefined
    const key = formKey(body)
    const typed = { record, began, key, values: { ...known, ...readInput(fields, body) } }
    const other = otherThanSaving(resource, body, typed.values, viewer)
    if (other) return this.#page(ctx, viewer, { ...typed, ...other })

    const checked = await validateForm(fields, body, { resource, viewer, known })
    if (!checked.ok) return this.#page(ctx, viewer, { ...typed, errors: checked.errors })
    const { values } = checked
    const refused = { fields, values, seen: body._seen }
    if (joined) return this.#conflict(ctx, viewer, refused)
    const seenVersion = began?.version
    const saved = await saveRecord({ resource, id, seenVersion, values, viewer, formKey: key })
    if (saved.ok) return this.#leave(ctx, viewer, { id: saved.id, isNew: record === null })
    if (saved.reason === 'changed_meanwhile') return this.#conflict(ctx, viewer, refused)
    return this.#page(ctx, viewer, { ...typed, errors: saved.errors })
  }

  #leave(ctx: HttpContext, viewer: Viewer, { id, isNew }: { id: number; isNew: boolean }) {
    const page = this.resource.single === null ? 'show' : 'edit'
    const text = viewer.t(isNew ? 'admin.form.created' : 'admin.form.saved')
    redirectWith(ctx, urlFor(`${this.resource.id}.${page}`, { id }), { tone: 'success', text })
  }

  /**
   * Somebody else saved meanwhile, or joined the record into another: all versions side by side,
   * and the choice between them.
   */
  async #conflict(ctx: HttpContext, viewer: Viewer, { fields, values, seen }: Refused) {
    const { resource } = this
    const record = await this.#record(ctx, viewer)
    const id = Number(record.$primaryKeyValue)
    const theirs = await storedValues(resource, record)
    const joined = wasJoined(ctx, record)
    const begin = openSeen(resource, joined ? Number(ctx.params.id) : id, seen)
    const versions = { yours: values, theirs, begin }
    const names = fields.map(({ name }) => name)
    if (!joined && isSaved(names, versions)) return this.#leave(ctx, viewer, { id, isNew: false })
    const conflict = await presentConflict(resource, { record, fields, versions, viewer, joined })
    ctx.response.status(409)
    return this.#page(ctx, viewer, { record, values: { ...theirs, ...values }, conflict })
  }

  async #page(ctx: HttpContext, viewer: Viewer, page: FormPage) {
    if (page.errors) ctx.response.status(422)
    return renderPanel(ctx, 'admin/pages/form', await presentFormPage(this.resource, viewer, page))
  }
}

type Refused = { fields: readonly Field[]; values: Values; seen: unknown }
