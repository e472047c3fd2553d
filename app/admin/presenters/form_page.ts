import { randomId, urlFor } from '#core/platform'
import type { AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import type { Began } from '#app/admin/domain/sent_form'
import { takesFiles } from '#app/admin/file_fields'
import type { Conflict } from '#app/admin/presenters/conflict'
import { presentForm } from '#app/admin/presenters/form'
import type { FieldSearch } from '#app/admin/presenters/form_fields'
import { fieldsFor, mayChange, storedValues } from '#app/admin/queries/form_values'
import type { AnyRecord } from '#app/admin/queries/records'
import { sealSeen } from '#app/admin/seen_values'
import { createLabel, kindOfRecord, titleOf } from '#app/admin/words'

/** What a step among lines did, said to people who do not see it, and where the focus goes. */
export type StepNews = { said: string; focus: string }

export type FormPage = {
  /** Null for a new record. */
  record: AnyRecord | null
  values: Values
  errors?: FieldErrors
  search?: FieldSearch
  conflict?: Conflict
  step?: StepNews
  /** What the form was filled in from, as it was sent along: a page with errors keeps it. */
  began?: Began
  /** Key of the form of a new record, as it was sent along. */
  key?: string
}

/** Everything that the form page shows. */
export async function presentFormPage(resource: AnyResource, viewer: Viewer, page: FormPage) {
  const { record, conflict = null, step } = page
  const mode = record ? 'edit' : 'create'
  const form = await presentForm(resource, { ...page, viewer, mode, focus: step?.focus })
  const id = record ? Number(record.$primaryKeyValue) : null
  const began = page.began ?? (record && (await beginsWith(resource, record, viewer)))
  return {
    title: headingOf(resource, viewer, record),
    form: {
      ...form,
      conflict,
      enctype: takesFiles(resource) ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
      said: step?.said ?? '',
      version: began?.version ?? null,
      seen: began?.seen ?? '',
      key: record ? null : (page.key ?? randomId()),
      action: urlFor(`${resource.id}.${record ? 'update' : 'store'}`, { id }),
      back: wayBack(resource, viewer, record),
    },
  }
}

async function beginsWith(resource: AnyResource, record: AnyRecord, viewer: Viewer) {
  const stored = await storedValues(resource, record)
  const own = fieldsFor(resource, 'edit').filter(
    (field) => field.kind !== 'file' && mayChange(field, viewer)
  )
  const values = Object.fromEntries(own.map(({ name }) => [name, stored[name]]))
  const seen = sealSeen(resource, Number(record.$primaryKeyValue), values)
  return { version: (record.version as number | undefined) ?? null, seen }
}

function headingOf(resource: AnyResource, viewer: Viewer, record: AnyRecord | null): string {
  if (resource.single !== null) return titleOf(resource, viewer)
  const one = kindOfRecord(resource, viewer)
  if (!record) return createLabel(resource, viewer, 'admin.form.create')
  return viewer.t('admin.form.edit', { name: resource.label(record, viewer) || one })
}

function wayBack(resource: AnyResource, viewer: Viewer, record: AnyRecord | null) {
  if (resource.single !== null) return null
  if (!record) return { label: titleOf(resource, viewer), href: urlFor(`${resource.id}.index`) }
  const href = urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) })
  return { label: resource.label(record, viewer), href }
}
