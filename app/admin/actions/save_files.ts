import { removeFiles, setFiles } from '#core/files'
import type { Trx } from '#core/platform'
import type { FieldErrors, Values, Viewer } from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import { fileFieldsOf, filesIn } from '#app/admin/file_fields'

/** Thrown so that the record is not written without the files that were sent with it. */
export class FilesRefused extends Error {
  constructor(readonly errors: FieldErrors) {
    super('A file of the form is not there any more')
  }
}

type Save = { fields: readonly Field[]; recordId: number; viewer: Viewer }

/** Gives a record the files of its form, within the transaction that writes it. */
export async function saveFiles(
  trx: Trx,
  values: Values,
  { fields, recordId, viewer }: Save
): Promise<void> {
  for (const { name, use } of fileFieldsOf(fields)) {
    // Hidden by a condition, or not this person's to change.
    if (values[name] === undefined) continue
    const ids = filesIn(values[name]).files.map(({ id }) => id)
    const set = await setFiles(trx, { use, recordId, ids, actor: viewer.actor })
    if (!set.ok) {
      throw new FilesRefused({ [name]: viewer.t(`files.errors.${set.reason}`, set.limits) })
    }
  }
}

/** They go with their record. */
export async function removeRecordFiles(
  trx: Trx,
  { fields, recordId, viewer }: Save
): Promise<void> {
  for (const { use } of fileFieldsOf(fields)) {
    await removeFiles(trx, { use, recordId, actor: viewer.actor })
  }
}
