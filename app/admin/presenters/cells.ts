import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import {
  cleanTranslated,
  FORMAT_LOCALES,
  isCurrency,
  LOCALE_NAMES,
  moneyText,
  translated,
  type Translated,
} from '#core/organisation'
import type {
  AnyResource,
  BadgeState,
  Cell,
  Column,
  FormOwner,
  Viewer,
} from '#app/admin/definition'
import { attributesOf, isAttribute, kindOf } from '#app/admin/attributes'
import type { Week } from '#app/admin/domain/week_hours'
import { currencyIn, type Field } from '#app/admin/fields'
import { weekWords } from '#app/admin/presenters/week'
import { fieldsFor } from '#app/admin/queries/form_values'
import { labelsOf } from '#app/admin/queries/lookup'
import type { AnyRecord } from '#app/admin/queries/records'
import { subjectKey, subjectNames } from '#app/admin/queries/subject_names'
import { optionsOf } from '#app/admin/words'

/** Labels of referred records: field name → id → label; those of any kind by their subjects. */
export type Labels = Map<string, Map<number | string, string>>

export const NOTHING = '–'
const FIGURES: readonly Field['kind'][] = ['number', 'minutes', 'money']

const fieldsByName = new WeakMap<AnyResource['form'], Map<string, Field>>()

/** Asked for in every cell of a list. */
export function fieldNamed({ form }: AnyResource, name: string): Field | undefined {
  let named = fieldsByName.get(form)
  if (!named) {
    const fields = form.sections.flatMap((section) => section.fields)
    fieldsByName.set(form, (named = new Map(fields.map((field) => [field.name, field]))))
  }
  return named.get(name)
}

type Rows = { rows: readonly LucidRow[]; viewer: Viewer }
type Referring = Pick<Column, 'name' | 'value' | 'to' | 'about' | 'texts'>

/** Labels of all records that these rows refer to: one statement a relation. */
export async function labelsFor(
  resource: AnyResource,
  columns: readonly Referring[],
  { rows, viewer }: Rows
): Promise<Labels> {
  const labels = await labelsAbout(columns, { rows, viewer })
  for (const column of columns) {
    const target = targetOf(resource, column)
    const ids = rows.flatMap((row) => (row as AnyRecord)[column.name] ?? [])
    if (target) labels.set(column.name, await labelsOf(target, viewer, ids))
    if (column.texts) labels.set(column.name, await column.texts([...rows], viewer))
  }
  return labels
}

/** The same where each row says of what kind its record is. */
async function labelsAbout(columns: readonly Referring[], { rows, viewer }: Rows): Promise<Labels> {
  const about = columns.filter((column) => column.about)
  if (about.length === 0) return new Map()
  const subjects = about.flatMap((column) => rows.flatMap((row) => column.about!(row) ?? []))
  const names = await subjectNames(subjects, viewer)
  return new Map(about.map(({ name }) => [name, names]))
}

function targetOf(
  resource: AnyResource,
  { name, value, to }: Pick<Column, 'name' | 'value' | 'to'>
) {
  if (value) return null
  const field = fieldNamed(resource, name)
  return to?.() ?? (field?.kind === 'relation' ? field.to() : null)
}

export type Shown = {
  record: LucidRow
  viewer: Viewer
  labels: Labels
  /** Lists write instants short. */
  short?: boolean
}

/** What stands in a cell: what the column says, else the attribute in words. */
export function cellOf(resource: AnyResource, column: Column, shown: Shown): Cell {
  const { record, viewer, labels, short } = shown
  if (column.texts) return labels.get(column.name)?.get(Number(record.$primaryKeyValue)) || NOTHING
  if (column.value) return column.value(record, viewer, nameIn(column, shown)) || NOTHING
  const value = (record as AnyRecord)[column.name]
  if (value === null || value === undefined || value === '') return NOTHING
  const field = formattedAs(resource, column, record)
  const referred = labels.get(column.name)
  if (referred) return referred.get(Number(value)) ?? NOTHING
  return wordsOf(resource, { field, name: column.name, value, record, viewer, short })
}

function nameIn({ name, about }: Column, { record, labels }: Shown): string | undefined {
  const subject = about?.(record)
  return subject ? labels.get(name)?.get(subjectKey(subject)) : undefined
}

/** The field whose kind says how the column is written. */
export function formattedAs(
  resource: AnyResource,
  { name, format, currency }: Column,
  record: LucidRow
): Field | undefined {
  if (format !== 'money') return format ? { name, kind: format } : fieldNamed(resource, name)
  if (typeof currency === 'string') return { name, kind: format, currency }
  const own = (record as AnyRecord)[currency.attribute]
  return { name, kind: format, currency: typeof own === 'string' ? own : '' }
}

/** Figures stand under each other; what only counts as a number in the database does not. */
export function alignOf(resource: AnyResource, column: Column): 'end' | undefined {
  const { align, name, value } = column
  if (align || value || targetOf(resource, column)) return align
  const kind = column.format ?? fieldNamed(resource, name)?.kind
  if (kind) return FIGURES.includes(kind) ? 'end' : undefined
  return isAttribute(resource.model, name) && kindOf(resource.model, name) === 'number'
    ? 'end'
    : undefined
}

/** A state as a badge; its word alone where no badge can stand. */
export const stateCell = (state: BadgeState, label: string): Cell => ({
  text: label,
  badge: { state, label },
})

type Worded = {
  field: Field | undefined
  name: string
  value: unknown
  record?: LucidRow
  viewer: Viewer
  short?: boolean
}

/** A value in words, by the kind of its field, else of its column. */
export function wordsOf(resource: FormOwner, worded: Worded): string {
  const { field, value, viewer } = worded
  if (value === null || value === undefined || value === '') return NOTHING
  switch (field?.kind) {
    case 'choice':
    case 'choices': {
      const options = optionsOf(resource, field, viewer)
      const label = (word: unknown) => options.find((o) => o.value === String(word))?.label
      return viewer.formats().list([value].flat().map((word) => label(word) ?? String(word)))
    }
    case 'translated':
      return translated(value as Translated, viewer.locale) || NOTHING
    case 'minutes':
      return viewer.t('admin.minutes', { minutes: Number(value) })
    case 'date':
      return viewer.formats().dayDate(String(value))
    case 'weekly_hours':
      return weekWords(value as Week, viewer) || NOTHING
    case 'money':
      return moneyWords(Number(value), currencyIn(field, viewer), viewer)
    case 'date_time':
      return viewer.formats(worded.record && resource.zone?.(worded.record)).dateTime(Number(value))
    case 'list':
      return (value as string[]).join(', ') || NOTHING
    default:
      return plainWords(resource, worded)
  }
}

/** An amount of nobody knows what is none. */
const moneyWords = (minor: number, currency: string, { locale }: Viewer): string =>
  isCurrency(currency) ? moneyText(minor, currency, FORMAT_LOCALES[locale]) : NOTHING

const NO_BREAK = '\u00a0'

/** "Tue 19 Jan, 09:30" in lists, on one line; instants of another year name it. */
function shortTime(instant: number, zone: string | undefined, viewer: Viewer): string {
  const words = viewer.formats(zone)
  const day = words.localDay(instant)
  const isThisYear = day.slice(0, 4) === words.localDay(viewer.now).slice(0, 4)
  const date = isThisYear ? words.dayShort(day) : words.dayShortDate(day)
  return `${date}, ${words.time(instant)}`.replaceAll(' ', NO_BREAK)
}

function plainWords({ model, zone }: FormOwner, worded: Worded): string {
  const { name, value, record, viewer } = worded
  if (typeof value === 'boolean') return viewer.t(value ? 'admin.yes' : 'admin.no')
  if (typeof value === 'number' && model && isInstant(model, name)) {
    const place = record && zone?.(record)
    return worded.short ? shortTime(value, place, viewer) : viewer.formats(place).dateTime(value)
  }
  if (typeof value === 'number') return viewer.formats().number(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export const isInstant = (model: LucidModel, name: string) =>
  attributesOf(model).includes(name) && kindOf(model, name) === 'instant'

/** Every language of an operator's text that has one, for show and conflict pages. */
export function languagesOf(value: unknown): { language: string; text: string }[] {
  const texts = cleanTranslated(value as Translated)
  return Object.entries(texts).map(([locale, text]) => ({
    language: LOCALE_NAMES[locale as keyof typeof LOCALE_NAMES],
    text,
  }))
}

export const shownFields = (resource: AnyResource) => fieldsFor(resource, 'edit')
