import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { AnyResource, Values, Viewer } from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import { childFields, childrenOf, lineOf } from '#app/admin/queries/children'
import { recordFiles } from '#app/admin/queries/record_files'
import type { AnyRecord } from '#app/admin/queries/records'

type Mode = 'create' | 'edit'

/** The fields that the form of a new, or of a stored record shows and accepts. */
export function fieldsFor(resource: AnyResource, mode: Mode): Field[] {
  return resource.form.sections
    .flatMap(({ fields }) => fields)
    .filter(({ only }) => only === undefined || only === mode)
}

/** Whether this person may read the value of a field; `change` includes that. */
export const maySee = ({ access }: Pick<Field, 'access'>, viewer: Viewer): boolean =>
  !access?.see || viewer.can(access.see)

/** What a post may change. A field that is only read, or not even that, is never taken from it. */
export const mayChange = (field: Pick<Field, 'access'>, viewer: Viewer): boolean =>
  maySee(field, viewer) && (!field.access?.change || viewer.can(field.access.change))

/** Values of a stored record by field. */
export async function storedValues(resource: AnyResource, record: AnyRecord): Promise<Values> {
  const further = await furtherValues(resource, record)
  return Object.fromEntries(
    fieldsFor(resource, 'edit').map(({ name }) => [
      name,
      Object.hasOwn(further, name) ? further[name] : (record[name] as unknown),
    ])
  )
}

/** Rows of other models that the form edits with the record. */
async function linesOf(resource: AnyResource, record: LucidRow, client: QueryClientContract) {
  const read: Values = {}
  for (const field of childFields(fieldsFor(resource, 'edit'))) {
    const rows = await childrenOf(field, record, client)
    read[field.name] = rows.map((row) => lineOf(field, row))
  }
  return read
}

/** Values of fields that are not columns. */
export async function furtherValues(resource: AnyResource, record: LucidRow): Promise<Values> {
  const client = record.$trx ?? db.connection()
  const read = await resource.form.read?.(record, client)
  const id = Number(record.$primaryKeyValue)
  const files = await recordFiles(fieldsFor(resource, 'edit'), id, client)
  return { ...(await linesOf(resource, record, client)), ...files, ...read }
}

/** Values with which an empty form begins. */
export function initialValues(resource: AnyResource, viewer: Viewer): Values {
  return Object.fromEntries(
    fieldsFor(resource, 'create').flatMap((field) => {
      const value = 'default' in field ? field.default : undefined
      if (field.kind === 'relation' && field.required && viewer.locationIds?.length === 1) {
        return field.name === 'locationId' ? [[field.name, viewer.locationIds[0]]] : []
      }
      return value === undefined ? [] : [[field.name, value]]
    })
  )
}
