import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { filesOf, heldFile } from '#core/files'
import type { Values } from '#app/admin/definition'
import type { Field } from '#app/admin/fields'

/** The stored files of a record by the field that holds them, as a form holds them. */
export async function recordFiles(
  fields: readonly Field[],
  recordId: number,
  client: QueryClientContract
): Promise<Values> {
  const values: Values = {}
  for (const field of fields) {
    if (field.kind !== 'file') continue
    const files = await filesOf(field.use, recordId, client)
    values[field.name] = { files: files.map(heldFile), refusal: null }
  }
  return values
}
