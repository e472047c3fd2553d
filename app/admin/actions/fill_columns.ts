import type { LucidRow } from '@adonisjs/lucid/types/model'
import { clock } from '#core/platform'
import { isAttribute } from '#app/admin/attributes'
import type { AnyResource, Values } from '#app/admin/definition'

/** Only what the form owns; the row keeps its own version and times. */
export function fillColumns({ model }: AnyResource, record: LucidRow, values: Values): void {
  const row = record as LucidRow & Values
  for (const [name, value] of Object.entries(values)) {
    if (isAttribute(model, name) && value !== undefined) row[name] = value
  }
  if (row.$isPersisted && isAttribute(model, 'version')) row.version = Number(row.version) + 1
  if (isAttribute(model, 'updatedAt')) row.updatedAt = clock.now()
}
