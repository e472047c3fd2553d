import { accepted, define, refused, type Parsed, type SettingOptions } from './definition.js'

type NumberOptions = SettingOptions<number> & { min: number; max: number; step?: number }
type TextOptions = SettingOptions<string> & {
  maxLength?: number
  required?: boolean
  multiline?: boolean
  pattern?: RegExp
}
type ChoiceOptions<C extends string> = SettingOptions<C> & { choices: readonly C[] }
type ListOptions = SettingOptions<readonly string[]> & { maxItems?: number; pattern?: RegExp }

/** A number between two limits, whole unless `step` is smaller than 1. */
export function numberSetting(key: string, options: NumberOptions) {
  const { min, max, step = 1 } = options
  return define<number>(key, options, { kind: 'number', min, max, step }, (raw) => {
    const value = typeof raw === 'string' ? numberIn(raw) : raw
    if (typeof value !== 'number' || !Number.isFinite(value)) return refused('not_a_number')
    if (step >= 1 && !Number.isInteger(value)) return refused('not_whole')
    if (value < min) return refused('too_small', { min })
    if (value > max) return refused('too_large', { max })
    return accepted(value)
  })
}

/** On or off. A form leaves an unticked box out, so a missing value reads as off. */
export function booleanSetting(key: string, options: SettingOptions<boolean>) {
  return define<boolean>(key, options, { kind: 'boolean' }, (raw) => {
    if (raw === undefined || raw === null || raw === '') return accepted(false)
    if (ON.has(raw)) return accepted(true)
    return OFF.has(raw) ? accepted(false) : refused('malformed')
  })
}

const ON = new Set<unknown>([true, 'true', '1', 'on'])
const OFF = new Set<unknown>([false, 'false', '0', 'off'])

/** A text; one line unless `multiline`. */
export function textSetting(key: string, options: TextOptions) {
  const { maxLength = 200, required = false, multiline = false, pattern } = options
  return define<string>(key, options, { kind: 'text', maxLength, multiline }, (raw) => {
    const value = oneText(raw)
    if (value === null || (!multiline && /[\r\n]/.test(value))) return refused('malformed')
    if (value === '') return required ? refused('required') : accepted(value)
    if (value.length > maxLength) return refused('too_long', { max: maxLength })
    return pattern && !pattern.test(value) ? refused('malformed') : accepted(value)
  })
}

/** One of a few words; their labels are `<owner>.settings.<name>.choices.<word>`. */
export function choiceSetting<const C extends string>(key: string, options: ChoiceOptions<C>) {
  const { choices } = options
  return define<C>(key, options, { kind: 'choice', choices }, (raw) => {
    const choice = choices.find((candidate) => candidate === raw)
    return choice === undefined ? refused('not_a_choice') : accepted(choice)
  })
}

/** Several short texts, one a line in the form, separated by commas in a variable. */
export function listSetting(key: string, options: ListOptions) {
  const { maxItems = 50, pattern } = options
  const field = { kind: 'list', maxItems, maxLength: LONGEST_ITEM } as const
  return define<readonly string[]>(key, options, field, (raw): Parsed<readonly string[]> => {
    const items = itemsIn(raw)
    if (items === null) return refused('malformed')
    if (items.length > maxItems) return refused('too_many', { max: maxItems })
    if (items.some((item) => item.length > LONGEST_ITEM)) {
      return refused('too_long', { max: LONGEST_ITEM })
    }
    return pattern && !items.every((item) => pattern.test(item))
      ? refused('malformed')
      : accepted(items)
  })
}

const LONGEST_ITEM = 200

/** `"1,5"` and `"1.5"` are both one and a half; thousands separators are not read. */
export function numberIn(raw: string): number {
  const text = raw.trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

export function oneText(raw: unknown): string | null {
  if (raw === undefined || raw === null) return ''
  return typeof raw === 'string' ? raw.trim() : null
}

function itemsIn(raw: unknown): string[] | null {
  const parts = typeof raw === 'string' ? raw.split(/[\r\n,]+/) : (raw ?? [])
  if (!Array.isArray(parts) || parts.some((part) => typeof part !== 'string')) return null
  return [...new Set(parts.map((part: string) => part.trim()).filter((part) => part !== ''))]
}
