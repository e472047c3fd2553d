import type { FieldContext } from '@vinejs/vine/types'
import { cleanTranslated, type Translated } from '#core/organisation'
import type { Result } from '#core/platform'
import type { AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import { readInput } from '#app/admin/domain/form_input'
import { formValidator } from '#app/admin/field_schemas'
import type { Field } from '#app/admin/fields'
import { lookup } from '#app/admin/queries/lookup'
import { labelOf } from '#app/admin/words'

type Validated = Result<{ values: Values }, 'invalid'> & { errors?: FieldErrors }

/** Sentences in the viewer's language, with the label of the field that they are about. */
const sentences = ({ resource, viewer }: Checked) => ({
  getMessage: (
    _: string,
    rule: string,
    field: FieldContext,
    limits: Record<string, unknown> = {}
  ) => {
    const name = String(field.wildCardPath).split('.')[0]
    const key = `validator.shared.messages.${rule}`
    if (!viewer.has(key)) return viewer.t('admin.errors.invalid')
    return viewer.t(key, { ...limits, field: labelOf(resource, name, viewer) })
  },
})

type Checked = { resource: AnyResource; viewer: Viewer }

/** Checks what was typed: shape, range, and that chosen records are within the viewer's scope. */
export async function validateForm(
  fields: readonly Field[],
  body: Readonly<Record<string, unknown>>,
  { resource, viewer }: Checked
): Promise<Validated> {
  const input = readInput(fields, body)
  const [problem, values] = await formValidator(fields, viewer).tryValidate(input, {
    messagesProvider: sentences({ resource, viewer }),
  })
  const errors = inOrder(fields, {
    ...missingTexts(fields, input, viewer),
    ...(problem ? errorsOf(problem.messages) : await unknownChoices(fields, values, viewer)),
  })
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors }
  return { ok: true, values: cleaned(fields, values as Values) }
}

/** The first sentence of each field; `name.it` and `weekdays.0` belong to their field. */
function errorsOf(messages: { field: string; message: string }[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const { field, message } of messages) errors[field.split('.')[0]] ??= message
  return errors
}

/** As the fields stand on the page, so that the summary leads down it. */
const inOrder = (fields: readonly Field[], errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    fields.flatMap(({ name }) => (name in errors ? [[name, errors[name]] as const] : []))
  )

function missingTexts(fields: readonly Field[], input: Values, viewer: Viewer): FieldErrors {
  const missing = fields.filter(
    ({ kind, required, name }) => kind === 'translated' && required && isBlank(input[name])
  )
  const sentence = viewer.t('admin.errors.one_language')
  return Object.fromEntries(missing.map(({ name }) => [name, sentence]))
}

async function unknownChoices(fields: readonly Field[], values: Values, viewer: Viewer) {
  const errors: FieldErrors = {}
  for (const field of fields) {
    const value = values[field.name]
    if (field.kind !== 'relation' && field.kind !== 'relations') continue
    const ids = [value ?? []].flat() as number[]
    const known = await lookup(field.to(), viewer, { ids })
    if (known.length < ids.length) errors[field.name] = viewer.t('admin.errors.not_a_choice')
  }
  return errors
}

const isBlank = (value: unknown) => Object.keys(cleanTranslated(value as Translated)).length === 0

function cleaned(fields: readonly Field[], values: Values): Values {
  const clean = { ...values }
  for (const field of fields) {
    const { name, kind } = field
    const numbers = 'numbers' in field && field.numbers
    if (kind === 'translated' && clean[name]) clean[name] = cleanTranslated(clean[name] as Values)
    if (kind === 'choices' && numbers) clean[name] = (clean[name] as string[]).map(Number)
    if (kind === 'colour' && clean[name]) clean[name] = String(clean[name]).toLowerCase()
  }
  return clean
}
