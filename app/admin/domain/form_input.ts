import { LOCALES } from '#core/organisation'
import type { Field } from '#app/admin/fields'

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
    default:
      return value ?? null
  }
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
