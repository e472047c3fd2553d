import type { FieldErrors, FormOwner, Values } from '#app/admin/definition'
import { MOST_ROWS } from '#app/admin/field_schemas'
import type { Field, FieldOf } from '#app/admin/fields'
import type { Filled, PresentFields } from '#app/admin/presenters/form_fields'
import { kindOfRecord, partOf } from '#app/admin/words'

/** Names and numbers from the form down to a field: `['questions', 0, 'label']`. */
export type RowsPath = readonly (string | number)[]

type Own = Filled & {
  errors: FieldErrors
  value: unknown
  path: RowsPath
  /** Lines have fields, and fields may have lines. */
  present: PresentFields
}

/** Lines of a `rows` field with the buttons that add, remove and move them. */
export async function presentRows(resource: FormOwner, field: FieldOf<'rows'>, own: Own) {
  const { viewer, path, focus, present } = own
  const part = partOf(resource, field.name)
  const lines = Array.isArray(own.value) ? (own.value as Values[]) : []
  const one = kindOfRecord(part, viewer)
  const key = path.join('.')
  const defaults = defaultsOf(field.fields)
  return {
    value: undefined,
    add: viewer.t('admin.forms.rows.add', { one }),
    ordered: field.ordered ?? false,
    isFull: lines.length >= (field.most ?? MOST_ROWS),
    focusAdd: focus === `${key}.add`,
    lines: await Promise.all(
      lines.map(async (values, index) => ({
        id: values.id ?? '',
        index,
        key: `${key}.${index}`,
        legend: viewer.t('admin.forms.rows.line', { one, number: index + 1 }),
        isFirst: index === 0,
        isLast: index === lines.length - 1,
        focus: focusIn(focus, `${key}.${index}`, {
          isFirst: index === 0,
          isLast: index === lines.length - 1,
        }),
        fields: await present(part, field.fields, {
          ...own,
          values: { ...defaults, ...values },
          path: [...path, index],
        }),
      }))
    ),
  }
}

/** What a step left in focus; at either end the button that was pressed can be pressed no more. */
function focusIn(
  focus: string | undefined,
  key: string,
  at: { isFirst: boolean; isLast: boolean }
) {
  const deed = ['add', 'up', 'down'].find((one) => focus === `${key}.${one}`) ?? null
  if (deed === 'up' && at.isFirst) return 'down'
  return deed === 'down' && at.isLast ? 'up' : deed
}

/** With what a new line begins. */
const defaultsOf = (fields: readonly Field[]): Values =>
  Object.fromEntries(
    fields.flatMap((one) =>
      'default' in one && one.default !== undefined ? [[one.name, one.default]] : []
    )
  )
