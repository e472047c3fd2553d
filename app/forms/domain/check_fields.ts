import type { Translated } from '#core/organisation'
import { FIELD_KINDS, LONGEST, type FormField } from './fields.js'

/** What is wrong with a definition; the sentence is `forms.definition.<reason>`. */
export type FieldProblem = {
  /** Position of the field, from 0; null for the form as a whole. */
  readonly field: number | null
  readonly reason:
    | 'too_many_fields'
    | 'unknown_kind'
    | 'bad_key'
    | 'same_key'
    | 'no_label'
    | 'text_too_long'
    | 'no_options'
    | 'bad_option'
    | 'bad_limits'
}

const MOST_FIELDS = 40
const MOST_OPTIONS = 100
const LONGEST_LABEL = 2000
const KEY = /^[a-z][a-z0-9_]{0,39}$/

/** Everything that keeps a definition from being stored; `[]` when it is sound. */
export function fieldProblems(fields: readonly FormField[]): FieldProblem[] {
  if (fields.length > MOST_FIELDS) return [{ field: null, reason: 'too_many_fields' }]
  const keys = fields.map((field) => field.key)
  return fields.flatMap((field, index) => {
    const reasons = reasonsAgainst(field)
    if (keys.indexOf(field.key) !== index) reasons.push('same_key')
    return reasons.map((reason) => ({ field: index, reason }))
  })
}

function reasonsAgainst(field: FormField): FieldProblem['reason'][] {
  const reasons: FieldProblem['reason'][] = []
  if (!FIELD_KINDS.includes(field.kind)) reasons.push('unknown_kind')
  if (!KEY.test(field.key)) reasons.push('bad_key')
  if (!hasText(field.label)) reasons.push('no_label')
  if (isTooLong(field.label) || isTooLong(field.hint)) reasons.push('text_too_long')
  if (field.kind === 'choice') reasons.push(...reasonsAgainstOptions(field))
  if (!limitsHold(field)) reasons.push('bad_limits')
  return reasons
}

function reasonsAgainstOptions({ options = [] }: FormField): FieldProblem['reason'][] {
  if (options.length === 0) return ['no_options']
  const keys = new Set(options.map((option) => option.key))
  const sound = options.every(
    (option) => KEY.test(option.key) && hasText(option.label) && !isTooLong(option.label)
  )
  return sound && keys.size === options.length && options.length <= MOST_OPTIONS
    ? []
    : ['bad_option']
}

function limitsHold({ kind, maxLength, min, max }: FormField): boolean {
  if (maxLength !== undefined) {
    const most = kind === 'text' || kind === 'long_text' ? LONGEST[kind] : 0
    if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > most) return false
  }
  return (
    [min, max].every((limit) => limit === undefined || Number.isFinite(limit)) && !(min! > max!)
  )
}

const hasText = (text: Translated) => Object.values(text).some((words) => words.trim() !== '')

const isTooLong = (text: Translated = {}) =>
  Object.values(text).some((words) => words.length > LONGEST_LABEL)
