import { readDate } from '#core/forms'
import { LOCALES } from '#core/organisation'
import { readClockTime } from '#app/admin/domain/clock_times'
import { WEEKDAYS, type TypedWeek } from '#app/admin/domain/week_hours'
import type { Field } from '#app/admin/fields'

const MOST_LINES = 50

type Input = Readonly<Record<string, unknown>>

/**
 * What was typed, per declared field and nothing else: a column that no field names cannot be
 * reached by adding it to the form. Boxes that are not ticked are not sent, so they mean "no".
 */
export function readInput(fields: readonly Field[], body: Input): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const field of fields) {
    if (Object.hasOwn(body, field.name) || sendsNothingWhenEmpty(field)) {
      input[field.name] = readField(field, body[field.name])
    }
  }
  return input
}

/** Lines of a `rows` field in the order of the page. */
export function rowsIn(value: unknown): Input[] {
  if (value === null || typeof value !== 'object') return []
  const lines = Object.entries(value).filter(([key]) => /^\d{1,4}$/.test(key))
  return lines
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([, line]) => (line !== null && typeof line === 'object' ? (line as Input) : {}))
}

/** The last input of the lines tells that all arrived: missing ones would be removed. */
export const areWhole = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, 'end')

const readRows = (fields: readonly Field[], value: unknown) =>
  rowsIn(value).map((line) => ({ ...readInput(fields, line), ...rowId(line) }))

/** Id of a stored line; a new one has none. */
export function rowId({ id }: Input): { id?: number } {
  return typeof id === 'string' && /^\d{1,10}$/.test(id) ? { id: Number(id) } : {}
}

const sendsNothingWhenEmpty = ({ kind }: Field) =>
  kind === 'flag' || kind === 'choices' || kind === 'relations' || kind === 'custom'

function readField(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'flag':
      return value !== undefined && value !== null && value !== 'off'
    case 'choices':
    case 'relations':
      return [value ?? []].flat()
    case 'translated':
      return readTranslated(value)
    case 'list':
      return typeof value === 'string' ? linesOf(value) : []
    case 'date':
      return typeof value === 'string' ? (readDate(value) ?? value) : (value ?? null)
    case 'time':
      return typeof value === 'string' ? (readClockTime(value) ?? value) : (value ?? null)
    case 'date_time':
      return readDateTime(value)
    case 'weekly_hours':
      return readWeek(value)
    case 'rows':
      return readRows(field.fields, value)
    default:
      return value ?? null
  }
}

const typedTime = (value: unknown) =>
  typeof value === 'string' ? (readClockTime(value) ?? value) : (value ?? '')

function readWeek(value: unknown): TypedWeek {
  const days = (value ?? {}) as Record<number, unknown>
  const read = WEEKDAYS.map((day) => {
    const lines = rowsIn(days[day]).slice(0, MOST_LINES)
    return [
      day,
      lines.map(({ opens, closes }) => ({ opens: typedTime(opens), closes: typedTime(closes) })),
    ] as const
  })
  return Object.fromEntries(read)
}

/** A wall time, and which of two is meant when it comes twice. */
function readDateTime(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value ? { local: value } : null
  }
  const { local, offset } = value as Input
  return local ? { local, offset: offset ?? null } : null
}

function readTranslated(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {}
  const texts = value as Input
  return Object.fromEntries(LOCALES.map((locale) => [locale, texts[locale] ?? null]))
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The search of a relation that was asked for instead of saving, by people without JavaScript. */
export function searchedField(body: Input): { field: string; text: string } | null {
  const field = body._lookup
  if (typeof field !== 'string') return null
  const text = body[`_search_${field}`]
  return { field, text: typeof text === 'string' ? text : '' }
}
