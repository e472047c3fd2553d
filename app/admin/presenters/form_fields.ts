import { decimalInput, decimalsOf, FORMAT_LOCALES } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { AnyRow, FieldErrors, FormOwner, Option, Values, Viewer } from '#app/admin/definition'
import { shownFields } from '#app/admin/domain/conditions'
import { currencyIn, type Field, type FieldOf } from '#app/admin/fields'
import { presentDateTime } from '#app/admin/presenters/date_time'
import { fieldWords } from '#app/admin/presenters/field_words'
import { presentFileField } from '#app/admin/presenters/file_field'
import { presentRows, type RowsPath } from '#app/admin/presenters/form_rows'
import { presentTexts } from '#app/admin/presenters/texts'
import { presentWeek } from '#app/admin/presenters/week'
import { mayChange, maySee } from '#app/admin/queries/form_values'
import { lookup, MOST_OPTIONS } from '#app/admin/queries/lookup'
import { hintOf, labelOf, optionsOf } from '#app/admin/words'

/** A search typed beside a relation, for people without JavaScript. */
export type FieldSearch = { field: string; text: string }

export type Filled = {
  /** Null for a new record; unknown for the form of an action. */
  record?: AnyRow | null
  values: Values
  errors?: FieldErrors
  viewer: Viewer
  mode: 'create' | 'edit'
  search?: FieldSearch | null
  /** Where the fields stand, when they are those of a line. */
  path?: RowsPath
  /** A step just taken among the lines, so that the focus goes there. */
  focus?: string
}

export type PresentFields = typeof presentFields

/** Fields ready for the view: those that the viewer may see, hidden where a condition says so. */
export async function presentFields(
  resource: FormOwner,
  fields: readonly Field[],
  filled: Filled & { errors: FieldErrors }
) {
  const seen = fields.filter((field) => maySee(field, filled.viewer))
  const open = seen.filter((field) => mayChange(field, filled.viewer))
  const shown = new Set(shownFields(seen, filled.values))
  return Promise.all(
    seen.map(async (field) => ({
      ...(await presentField(resource, field, filled)),
      hidden: !shown.has(field),
      condition: conditionOf(field, open, filled.path),
      focusAgain: filled.focus === `${[...(filled.path ?? []), field.name].join('.')}.again`,
      decides: open.includes(field) && seen.some(({ when }) => when?.field === field.name),
    }))
  )
}

/** What the browser needs to decide alike; what a locked field says does not change there. */
function conditionOf({ when }: Field, open: readonly Field[], path: RowsPath = []): string | null {
  if (!when || !open.some(({ name }) => name === when.field)) return null
  return JSON.stringify({
    name: inputName([...path, when.field]),
    is: [when.is].flat().map(String),
  })
}

export const inputName = ([first, ...rest]: RowsPath) =>
  `${first}${rest.map((part) => `[${part}]`).join('')}`

async function presentField(
  resource: FormOwner,
  field: Field,
  filled: Filled & { errors: FieldErrors }
) {
  const { values, errors, viewer } = filled
  const value = values[field.name]
  const path = [...(filled.path ?? []), field.name]
  const shared = {
    kind: field.kind as string,
    name: inputName(path),
    id: path.join('-'),
    key: path.join('.'),
    label: labelOf(resource, field.name, viewer),
    hint: field.hint ? hintOf(resource, field.name, viewer) : undefined,
    required: field.required ?? false,
    width: field.width,
    error: errors[path.join('.')],
    value: typeof value === 'object' ? undefined : (value as string),
  }
  if (!mayChange(field, viewer)) {
    return {
      ...shared,
      kind: 'locked',
      words: await fieldWords(resource, field, { value, viewer }),
    }
  }
  return { ...shared, ...(await ownProps(resource, field, { ...filled, value, path })) }
}

type Own = Filled & { errors: FieldErrors; value: unknown; path: RowsPath }

async function ownProps(resource: FormOwner, field: Field, own: Own): Promise<object> {
  const { value, viewer } = own
  switch (field.kind) {
    case 'choice':
      return { options: optionsOf(resource, field, viewer) }
    case 'choices':
      return { options: ticked(optionsOf(resource, field, viewer), value) }
    case 'flag':
      return { checked: value === true || value === 'on', value: 'on' }
    case 'translated':
      return { long: field.long ?? false, ...(await presentTexts(value, textErrors(own))) }
    case 'list':
      return { value: Array.isArray(value) ? value.join('\n') : (value ?? '') }
    case 'number':
    case 'money':
      return numberProps(field, value, viewer)
    case 'date_time':
      return presentDateTime(field, value, own)
    case 'relation':
    case 'relations':
      return relationProps(resource, field, own)
    case 'weekly_hours':
      return presentWeek(own)
    case 'rows':
      return presentRows(resource, field, { ...own, present: presentFields })
    case 'file':
      return presentFileField(field, value, viewer)
    case 'custom':
      return {
        view: field.view,
        data: (await field.data?.(viewer, value, own.record)) ?? {},
        content: value,
      }
    default:
      return { rows: 'rows' in field ? field.rows : undefined }
  }
}

/** What is wrong with single languages of a text. */
function textErrors({ errors, path }: Own): FieldErrors {
  const above = `${path.join('.')}.`
  const own = Object.entries(errors).filter(([key]) => key.startsWith(above))
  return Object.fromEntries(own.map(([key, said]) => [key.slice(above.length), said]))
}

/** A stored number as the person would type it; what was typed stays as it is. */
function numberProps(field: FieldOf<'number' | 'money'>, value: unknown, viewer: Viewer) {
  const tag = FORMAT_LOCALES[viewer.locale]
  const unit = field.kind === 'money' ? currencyIn(field, viewer) : null
  const decimals = field.kind === 'money' ? decimalsOf(unit!) : (field.decimals ?? 0)
  if (typeof value !== 'number' || decimals === 0) return { unit }
  const units = field.kind === 'money' ? value : Math.round(value * 10 ** decimals)
  return { unit, value: decimalInput(units, { tag, decimals }) }
}

const ticked = (options: Option[], value: unknown) => {
  const chosen = [value ?? []].flat().map(String)
  return options.map((option) => ({ ...option, checked: chosen.includes(option.value) }))
}

/** The chosen record is always among the options, however many there are. */
async function relationProps(
  { id, form }: FormOwner,
  field: FieldOf<'relation' | 'relations'>,
  { value, viewer, search, path, focus }: Own
) {
  const chosen = [value ?? []].flat().map(Number).filter(Number.isSafeInteger)
  const text = search?.field === path.join('.') ? search.text : ''
  const found = await lookup(field.to(), viewer, { search: text })
  const isLong = found.length > MOST_OPTIONS || text !== ''
  const known = new Set(found.map(({ value: one }) => Number(one)))
  const missing = chosen.filter((one) => !known.has(one))
  const extra = await lookup(field.to(), viewer, { ids: missing })
  const names = path.filter((part) => typeof part === 'string')
  return {
    options: ticked([...extra, ...found.slice(0, MOST_OPTIONS)], value),
    value: chosen[0],
    lookup: form && isLong ? urlFor(`${id}.lookup`, { field: names.join('.') }) : null,
    searched: text,
    focusFound: focus === `${path.join('.')}.found`,
    empty: field.empty,
    narrowed: viewer.narrowedTo !== null && field.to().id === 'organisation.locations',
  }
}
