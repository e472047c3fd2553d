import type { FieldContext } from '@vinejs/vine/types'
import { cleanTranslated, isLocale, LOCALE_NAMES, type Translated } from '#core/organisation'
import type { Result } from '#core/platform'
import type { FieldErrors, FormOwner, Values, Viewer } from '#app/admin/definition'
import { shownFields } from '#app/admin/domain/conditions'
import { areWhole, readInput, rowId, rowsIn } from '#app/admin/domain/form_input'
import { cleanWeek, hoursByDays, type TypedWeek } from '#app/admin/domain/week_hours'
import { formValidator, MOST_ROWS } from '#app/admin/field_schemas'
import type { Field } from '#app/admin/fields'
import { fileErrors } from '#app/admin/file_fields'
import { weekErrors } from '#app/admin/presenters/week'
import { mayChange } from '#app/admin/queries/form_values'
import { lookup } from '#app/admin/queries/lookup'
import { labelOf, partOf } from '#app/admin/words'
import { readTimes } from '#app/admin/zoned_times'

type Validated = Result<{ values: Values }, 'invalid'> & { errors?: FieldErrors }

/** Sentences in the viewer's language, with the label of the field that they are about. */
const sentences = ({ resource, viewer }: Pick<Checked, 'resource' | 'viewer'>) => ({
  getMessage: (
    _: string,
    rule: string,
    field: FieldContext,
    limits: Record<string, unknown> = {}
  ) => {
    const [name, within] = String(field.wildCardPath).split('.')
    const label = labelOf(resource, name, viewer)
    const language = isLocale(within) ? ` (${LOCALE_NAMES[within]})` : ''
    const key = `validator.shared.messages.${rule}`
    if (!viewer.has(key)) return viewer.t('admin.errors.invalid')
    return viewer.t(key, { ...limits, field: `${label}${language}` })
  },
})

type Checked = {
  resource: FormOwner
  viewer: Viewer
  /** Values that stand whatever is sent; conditions and zones may need them. */
  known?: Values
}

/**
 * Checks what was typed: shape, range, and that chosen records are within the viewer's scope.
 * Fields that this person may not change, and those that a condition hides, are left out.
 */
export async function validateForm(
  declared: readonly Field[],
  body: Readonly<Record<string, unknown>>,
  { resource, viewer, known = {} }: Checked
): Promise<Validated> {
  const own = declared.filter((field) => mayChange(field, viewer))
  const fields = shownFields(own, { ...known, ...readInput(own, body) })
  const input = readInput(fields, body)
  const [problem, checked] = await formValidator(fields, viewer).tryValidate(input, {
    messagesProvider: sentences({ resource, viewer }),
  })
  const values = cleaned(fields, (checked ?? {}) as Values)
  const times = await readTimes(fields, values, { known, viewer })
  const lines = await readLines(fields, body, { resource, viewer })
  const errors = inOrder(fields, {
    ...missingTexts(fields, input, viewer),
    ...fileErrors(fields, input, viewer),
    ...(problem
      ? errorsOf(fields, problem.messages)
      : await unknownChoices(fields, values, viewer)),
    ...times.errors,
    ...lines.errors,
    ...errorsOfWeeks(fields, { input, body, viewer }),
  })
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors }
  return { ok: true, values: { ...values, ...times.read, ...lines.read } }
}

type Sent = { input: Values; body: Values; viewer: Viewer }

function errorsOfWeeks(fields: readonly Field[], { input, body, viewer }: Sent): FieldErrors {
  const errors: FieldErrors = {}
  for (const { kind, name, required } of fields) {
    if (kind !== 'weekly_hours' || input[name] === undefined) continue
    const week = input[name] as TypedWeek
    Object.assign(errors, weekErrors(name, week, viewer))
    if (!areWhole(body[name])) errors[name] ??= viewer.t('admin.errors.invalid')
    const isEmpty = hoursByDays(cleanWeek(week)).length === 0
    if (required && isEmpty) errors[name] ??= viewer.t('admin.forms.week.errors.empty')
  }
  return errors
}

/** Each line is a small form of its own; its errors carry its place: `questions.2.label`. */
async function readLines(fields: readonly Field[], body: Values, { resource, viewer }: Checked) {
  const read: Values = {}
  const errors: FieldErrors = {}
  for (const field of fields) {
    if (field.kind !== 'rows' || body[field.name] === undefined) continue
    if (!areWhole(body[field.name])) errors[field.name] = viewer.t('admin.errors.invalid')
    const part = partOf(resource, field.name)
    const lines = rowsIn(body[field.name]).slice(0, field.most ?? MOST_ROWS)
    const checked = await Promise.all(
      lines.map((line) => validateForm(field.fields, line, { resource: part, viewer }))
    )
    for (const [index, { errors: wrong = {} }] of checked.entries()) {
      for (const name in wrong) errors[`${field.name}.${index}.${name}`] = wrong[name]
    }
    read[field.name] = checked.map((line, index) => ({
      ...(line.ok ? line.values : {}),
      ...rowId(lines[index]),
    }))
  }
  return { read, errors }
}

/** The first sentence of each field; `weekdays.0` belongs to its field, `name.it` has one of its own. */
function errorsOf(fields: readonly Field[], messages: Message[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const { field, message } of messages) {
    const [name] = field.split('.')
    const isText = fields.some((one) => one.name === name && one.kind === 'translated')
    errors[isText ? field : name] ??= message
  }
  return errors
}

type Message = { field: string; message: string }

/** As the fields stand on the page, so that the summary leads down it. */
const inOrder = (fields: readonly Field[], errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    fields.flatMap(({ name }) =>
      Object.entries(errors).filter(([path]) => path === name || path.startsWith(`${name}.`))
    )
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
    if (kind === 'choices' && numbers && clean[name])
      clean[name] = (clean[name] as string[]).map(Number)
    if (kind === 'weekly_hours' && clean[name]) clean[name] = cleanWeek(clean[name] as TypedWeek)
    if (kind === 'colour' && clean[name]) clean[name] = String(clean[name]).toLowerCase()
  }
  return clean
}
