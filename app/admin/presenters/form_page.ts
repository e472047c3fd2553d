import { urlFor } from '#core/platform'
import type { AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import { takesFiles } from '#app/admin/file_fields'
import type { Conflict } from '#app/admin/presenters/conflict'
import { presentForm } from '#app/admin/presenters/form'
import type { FieldSearch } from '#app/admin/presenters/form_fields'
import type { AnyRecord } from '#app/admin/queries/records'
import { kindOfRecord, titleOf } from '#app/admin/words'

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
}

/** Everything that the form page shows. */
export async function presentFormPage(resource: AnyResource, viewer: Viewer, page: FormPage) {
  const { record, conflict = null, step } = page
  const mode = record ? 'edit' : 'create'
  const form = await presentForm(resource, { ...page, viewer, mode, focus: step?.focus })
  const id = record ? Number(record.$primaryKeyValue) : null
  return {
    title: headingOf(resource, viewer, record),
    form: {
      ...form,
      conflict,
      enctype: takesFiles(resource) ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
      said: step?.said ?? '',
      version: record?.version ?? null,
      action: urlFor(`${resource.id}.${record ? 'update' : 'store'}`, { id }),
      back: wayBack(resource, viewer, record),
    },
  }
}

function headingOf(resource: AnyResource, viewer: Viewer, record: AnyRecord | null): string {
  if (resource.single !== null) return titleOf(resource, viewer)
  const one = kindOfRecord(resource, viewer)
  if (!record) return viewer.t('admin.form.create', { one })
  return viewer.t('admin.form.edit', { name: resource.label(record, viewer) || one })
}

function wayBack(resource: AnyResource, viewer: Viewer, record: AnyRecord | null) {
  if (resource.single !== null) return null
  if (!record) return { label: titleOf(resource, viewer), href: urlFor(`${resource.id}.index`) }
  const href = urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) })
  return { label: resource.label(record, viewer), href }
}
