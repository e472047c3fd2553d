import type { FileInput } from '#core/files'
import { translated, type Locale } from '#core/organisation'
import type { AnswerError, AnswerErrors } from '#app/forms/domain/answers'
import { longestAnswer, type FieldKind, type FormField } from '#app/forms/domain/fields'

export interface PresentedOption {
  value: string
  label: string
  selected: boolean
}

/** One field as `ui.form_fields` renders it; strings are plain text, to be escaped. */
export interface PresentedField {
  key: string
  kind: FieldKind
  /** Name of the control, `answers[colour]`, so that the input arrives as one object. */
  name: string
  id: string
  label: string
  hint: string | null
  required: boolean
  /** What was typed, kept as it was when it is refused. */
  value: string
  checked: boolean
  options: PresentedOption[]
  maxLength: number | null
  min: number | null
  max: number | null
  /** For a question that asks for a file, once `presentFileFields` has filled it in. */
  file: FileInput | null
  error: AnswerError | null
}

/** Fields in the language of the page, with what was typed and what is wrong with it. */
export function presentFields(
  fields: readonly FormField[],
  values: unknown,
  errors: AnswerErrors,
  locale: Locale
): PresentedField[] {
  return fields.map((field) => {
    const value = valueOf(values, field.key)
    return {
      key: field.key,
      kind: field.kind,
      name: `answers[${field.key}]`,
      id: `answer-${field.key}`,
      label: translated(field.label, locale),
      hint: translated(field.hint ?? null, locale) || null,
      required: field.required,
      value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
      checked: isTicked(value),
      options: optionsOf(field, value, locale),
      maxLength: field.kind === 'text' || field.kind === 'long_text' ? longestAnswer(field) : null,
      min: field.min ?? null,
      max: field.max ?? null,
      file: null,
      error: Object.hasOwn(errors, field.key) ? errors[field.key] : null,
    }
  })
}

function optionsOf(field: FormField, value: unknown, locale: Locale): PresentedOption[] {
  return (field.options ?? []).map((option) => ({
    value: option.key,
    label: translated(option.label, locale),
    selected: option.key === value,
  }))
}

function valueOf(values: unknown, key: string): unknown {
  if (typeof values !== 'object' || values === null || !Object.hasOwn(values, key)) return undefined
  return (values as Record<string, unknown>)[key]
}

/** Ticked in what a browser sent (`on`) and in stored answers (`true`, a consent). */
function isTicked(value: unknown): boolean {
  if (typeof value === 'object' && value !== null)
    return 'accepted' in value && value.accepted === true
  return value === true || value === 'on' || value === '1' || value === 'true'
}
