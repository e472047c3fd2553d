import type { LucidRow } from '@adonisjs/lucid/types/model'
import { audit } from '#core/audit'
import { isUniqueViolation, transaction, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import type { AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import { FilesRefused, saveFiles } from '#app/admin/actions/save_files'
import { withoutFiles } from '#app/admin/file_fields'
import { createOnce, sentOnce } from '#app/admin/actions/create_by_rule'
import { isAttribute } from '#app/admin/attributes'
import { fillColumns } from '#app/admin/actions/fill_columns'
import { recordChanged } from '#app/admin/actions/record_changed'
import { saveChildren } from '#app/admin/actions/save_children'
import { fieldsFor, storedValues } from '#app/admin/queries/form_values'
import { recordOf } from '#app/admin/queries/records'
import { takenErrors } from '#app/admin/queries/taken_values'

export type Save = {
  resource: AnyResource
  /** Null for a new record. */
  id: number | string | null
  /** Version of the record that the form was filled in from. */
  seenVersion?: number | null
  values: Values
  viewer: Viewer
  /** Hidden in the form of a new record: sent twice, it makes one. */
  formKey?: string
}

export type SaveResult =
  | { ok: true; id: number }
  | { ok: false; reason: 'invalid'; errors: FieldErrors }
  | { ok: false; reason: 'changed_meanwhile' }

/** Creates or changes one record, with its line in the audit trail, or says why not. */
export async function saveRecord(save: Save): Promise<SaveResult> {
  const { resource, id } = save
  if (id === null && resource.form.create) return createOnce(save)
  try {
    return await transaction((trx) => writeOnce(trx, save))
  } catch (error) {
    if (error instanceof FilesRefused) return { ok: false, reason: 'invalid', errors: error.errors }
    if (!isUniqueViolation(error)) throw error
    return { ok: false, reason: 'invalid', errors: takenError(resource) }
  }
}

function writeOnce(trx: Trx, save: Save): Promise<SaveResult> {
  if (save.id !== null || !save.formKey) return write(trx, save)
  const { scope, key } = sentOnce(save)
  return onceOnly(trx, scope, key, () => write(trx, save))
}

/** Two people took the same word at the same time: the database kept one of them. */
function takenError(resource: AnyResource): FieldErrors {
  const unique = fieldsFor(resource, 'edit').find((field) => 'unique' in field && field.unique)
  return { [unique?.name ?? '']: 'admin.errors.taken' }
}

async function write(
  trx: Trx,
  { resource, id, seenVersion, values, viewer }: Save
): Promise<SaveResult> {
  const stored = id === null ? null : await recordOf(resource, id, { viewer, trx })
  if (stored && isAttribute(resource.model, 'version') && stored.version !== seenVersion) {
    return { ok: false, reason: 'changed_meanwhile' } as const
  }
  const { form } = resource
  const errors = {
    ...(await takenErrors(resource, values, { trx, record: stored })),
    ...(await form.check?.({ values, record: stored, trx, viewer })),
  }
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors } as const

  const before = stored ? await storedValues(resource, stored) : {}
  const record = stored ?? new resource.model()
  record.useTransaction(trx)
  fillColumns(resource, record, values)
  const filled = { ...values, ...(await form.fill?.(record, values, { trx, viewer })) }
  await record.save()
  await form.store?.(record, values, { trx, viewer })
  const fields = fieldsFor(resource, stored ? 'edit' : 'create')
  await saveChildren(fields, values, { record, trx, viewer })
  const recordId = Number(record.$primaryKeyValue)
  await saveFiles(trx, values, { fields, recordId, viewer })
  await trail(trx, { resource, record, before, values: withoutFiles(fields, filled), viewer })
  if (resource.live) await recordChanged(trx, resource.id, recordId)
  return { ok: true, id: recordId } as const
}

type Trail = {
  resource: AnyResource
  record: LucidRow
  before: Values
  values: Values
  viewer: Viewer
}

async function trail(trx: Trx, { resource, record, before, values, viewer }: Trail) {
  const isNew = Object.keys(before).length === 0
  const changes = Object.entries(values).map(([name, value]) => [name, [before[name], value]])
  await audit(trx, {
    actor: viewer.actor,
    action: `${resource.object}_${isNew ? 'created' : 'changed'}`,
    object: resource.object,
    objectId: Number(record.$primaryKeyValue),
    table: resource.model.table,
    changes: Object.fromEntries(changes),
  })
}
