import db from '@adonisjs/lucid/services/db'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { AnyResource, Values, Viewer } from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import type { AnyRecord } from '#app/admin/queries/records'

type Mode = 'create' | 'edit'

/** The fields that the form of a new, or of a stored record shows and accepts. */
export function fieldsFor(resource: AnyResource, mode: Mode): Field[] {
  return resource.form.sections
    .flatMap(({ fields }) => fields)
    .filter(({ only }) => only === undefined || only === mode)
}

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

/** Values of fields that are not columns. */
export async function furtherValues({ form }: AnyResource, record: LucidRow): Promise<Values> {
  return (await form.read?.(record, record.$trx ?? db.connection())) ?? {}
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
