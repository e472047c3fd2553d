import db from '@adonisjs/lucid/services/db'
import { FormVersion } from '#core/forms'
import { columnsOf, marks, recordIn, rows, type JoinedRow } from '#core/platform'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'

export type Filled = { form: FilledForm; version: FormVersion }

/** Filled forms with the version of the form that was answered, in one statement: id → both. */
export async function filledForms(ids: readonly number[]): Promise<Map<number, Filled>> {
  if (ids.length === 0) return new Map()
  const sql = `select ${columnsOf(FilledForm, FormVersion).join(', ')} from ${FilledForm.table}
    join ${FormVersion.table} on ${FormVersion.table}.id = ${FilledForm.table}.form_version_id
    where ${FilledForm.table}.id in (${marks(ids)})`
  const found = await rows<JoinedRow>(db.connection(), sql, ids)
  const filled = found.map((row) => ({
    form: recordIn(FilledForm, row)!,
    version: recordIn(FormVersion, row)!,
  }))
  return new Map(filled.map((one) => [one.form.id, one]))
}
