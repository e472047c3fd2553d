import vine from '@vinejs/vine'
import type { FieldContext, SchemaTypes } from '@vinejs/vine/types'
import { LOCALES } from '#core/organisation'
import type { Viewer } from '#app/admin/definition'
import type { Field, FieldOf } from '#app/admin/fields'
import { moneySchema, numberSchema } from '#app/admin/number_schemas'

const LARGEST = 2_147_483_647
export const MOST_ROWS = 50
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/
const COLOUR = /^#[0-9a-f]{6}$/i
const PHONE = /^[+0-9][0-9 ()/.-]{3,30}$/

/** `2026-02-30` looks like a day and is none. */
const day = vine.createRule((value: unknown, pattern: RegExp, field: FieldContext) => {
  const text = String(value)
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  const isReal = !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text.slice(0, 10))
  if (!pattern.test(text) || !isReal) field.report('date', 'date', field)
})

const DAY = /^(19|20|21)\d\d-\d\d-\d\d$/
const LOCAL_TIME = /^(19|20|21)\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/

/** PostgreSQL refuses the character NUL in a text. */
const text = (max: number) =>
  vine
    .string()
    .regex(/^[^\0]*$/)
    .maxLength(max)

/** The rules of a form, out of its fields. */
export function formValidator(fields: readonly Field[], viewer: Viewer) {
  const properties: Record<string, SchemaTypes> = {}
  for (const field of fields) properties[field.name] = schemaOf(field, viewer)
  return vine.create(vine.object(properties))
}

function schemaOf(field: Field, viewer: Viewer): SchemaTypes {
  switch (field.kind) {
    case 'flag':
      return vine.boolean({ strict: true })
    case 'translated':
      return translatedSchema(field)
    case 'list':
      return vine.array(lineSchema(field)).maxLength(100)
    case 'choices':
      return filled(vine.array(vine.enum(allowed(field, viewer))).distinct(), field)
    case 'relations':
      return filled(vine.array(reference()).maxLength(500).distinct(), field)
    case 'weekly_hours':
      return vine.any()
    case 'rows':
      return rowsSchema(field)
    case 'file':
      // Put there by `withSentFiles`, never by the browser; `fileErrors` says what is wrong with it.
      return vine.any()
    case 'custom':
      return field.schema()
    default:
      return single(field, viewer)
  }
}

/** A field with one value: empty is null where it may be. */
function single(field: Field, viewer: Viewer): SchemaTypes {
  const schema = field.rules?.() ?? scalar(field, viewer)
  return field.required ? schema : schema.nullable().optional()
}

function scalar(field: Field, viewer: Viewer) {
  switch (field.kind) {
    case 'number':
    case 'minutes':
      return numberSchema(field, viewer)
    case 'money':
      return moneySchema(field, viewer)
    case 'date_time':
      return vine.object({
        local: vine.string().use(day(LOCAL_TIME)),
        offset: text(5).nullable().optional(),
      })
    case 'relation':
      return reference()
    case 'choice':
      return vine.enum(allowed(field, viewer))
    default:
      return words(field)
  }
}

function words(field: Field) {
  switch (field.kind) {
    case 'email':
      return text(254).email()
    case 'phone':
      return vine.string().regex(PHONE)
    case 'colour':
      return vine.string().regex(COLOUR)
    case 'time':
      return vine.string().regex(TIME)
    case 'date':
      return vine.string().use(day(DAY))
    case 'long_text':
      return text(field.max ?? 5000)
    default:
      return patterned(field as FieldOf<'text'>)
  }
}

const reference = () => vine.number().withoutDecimals().range([1, LARGEST])

function patterned({ max = 200, pattern }: { max?: number; pattern?: RegExp }) {
  return pattern ? text(max).regex(pattern) : text(max)
}

const lineSchema = (field: FieldOf<'list'>) => patterned(field)

function translatedSchema({ max = 200, long }: FieldOf<'translated'>): SchemaTypes {
  const one = () =>
    text(long ? Math.max(max, 20_000) : max)
      .nullable()
      .optional()
  return vine.object(Object.fromEntries(LOCALES.map((locale) => [locale, one()])))
}

function allowed({ choices }: FieldOf<'choice' | 'choices'>, viewer: Viewer): string[] {
  return typeof choices === 'function' ? choices(viewer).map(({ value }) => value) : [...choices]
}

/** The lines are checked one by one, each by the rules of its own fields. */
function rowsSchema({ required, most = MOST_ROWS }: FieldOf<'rows'>): SchemaTypes {
  const lines = vine.array(vine.any()).maxLength(most)
  return required ? lines.minLength(1) : lines.optional()
}

type List = { minLength(expected: number): SchemaTypes } & SchemaTypes
const filled = (schema: List, field: Field) => (field.required ? schema.minLength(1) : schema)
