import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { Trx } from '#core/platform'
import type { AnyResource, FieldErrors, Values } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { fieldsFor } from '#app/admin/queries/form_values'

/** Values of `unique` fields that another record has. */
export async function takenErrors(
  resource: AnyResource,
  values: Values,
  { trx, record }: { trx: Trx; record: LucidRow | null }
): Promise<FieldErrors> {
  const { model } = resource
  const errors: FieldErrors = {}
  for (const field of fieldsFor(resource, record ? 'edit' : 'create')) {
    const value = values[field.name]
    if (!('unique' in field) || !field.unique || !value) continue
    const query = model.query({ client: trx }).where(columnOf(model, field.name), String(value))
    if (record) query.whereNot(columnOf(model, model.primaryKey), Number(record.$primaryKeyValue))
    if (await query.first()) errors[field.name] = 'admin.errors.taken'
  }
  return errors
}
