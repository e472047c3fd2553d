import type { Translated } from '#core/organisation'

export const FIELD_KINDS = [
  'text',
  'long_text',
  'choice',
  'date',
  'number',
  'phone',
  'checkbox',
  'consent',
  'file',
] as const

export type FieldKind = (typeof FIELD_KINDS)[number]

export interface FormOption {
  /** Stored answer; stays the same when the label is rewritten. */
  readonly key: string
  readonly label: Translated
}

/** One question of a form, as staff define it. `docs/domain/forms.md` has the rules. */
export interface FormField {
  /** Name of the answer: a–z, 0–9 and _, at most 40 characters. */
  readonly key: string
  readonly kind: FieldKind
  readonly label: Translated
  readonly hint?: Translated
  readonly required: boolean
  /** Only for `choice`. */
  readonly options?: readonly FormOption[]
  /** Characters, for `text` and `long_text`. */
  readonly maxLength?: number
  /** Limits of a `number`. */
  readonly min?: number
  readonly max?: number
}

/** A ticked consent keeps the language in which its text was read. */
export type ConsentAnswer = { readonly accepted: boolean; readonly locale: string }

/** One file, by its public id; who gave the answer keeps it with `setFiles` of #core/files. */
export type FileAnswer = { readonly file: string; readonly name: string }

export type Answer = string | number | boolean | ConsentAnswer | FileAnswer | null

/** Answers by field key; every field of the version has an entry. */
export type Answers = Readonly<Record<string, Answer>>

export const LONGEST = { text: 1000, long_text: 5000 } as const
const USUAL = { text: 200, long_text: 2000 } as const

/** How many characters an answer in words may have. */
export function longestAnswer(field: FormField): number {
  if (field.kind !== 'text' && field.kind !== 'long_text') return USUAL.text
  return Math.min(field.maxLength ?? USUAL[field.kind], LONGEST[field.kind])
}
