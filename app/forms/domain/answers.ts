import type { FileReason } from '#core/files'
import type { Locale } from '#core/organisation'
import type { Answer, Answers, FormField } from './fields.js'
import {
  readAnswer,
  readFile,
  type AnswerReason,
  type GivenFile,
  type ReadAnswer,
} from './read_answer.js'

/** Why one answer is refused, with the figures that its sentence names. */
export interface AnswerError {
  readonly reason: AnswerReason | FileReason
  /** Lang key of the sentence, ready for `t(error.key, error.limits)`. */
  readonly key: `${'forms' | 'files'}.errors.${AnswerReason | FileReason}`
  readonly limits: Readonly<Record<string, string | number>>
}

/** Checked files by the key of the question that asks for them. */
export type GivenFiles = Readonly<Record<string, GivenFile>>

export type AnswerErrors = Readonly<Record<string, AnswerError>>

export type ValidatedAnswers =
  { ok: true; answers: Answers } | { ok: false; reason: 'invalid_answers'; errors: AnswerErrors }

/**
 * Reads what a browser sent against the fields of a form. Only the fields' own keys are looked
 * at; whatever else the input carries is dropped. Language: that of the page, kept with consents.
 * Files come apart from the input (`sentAnswerFiles`), so that nobody names one by typing.
 */
export function validateAnswers(
  fields: readonly FormField[],
  input: unknown,
  locale: Locale,
  files: GivenFiles = {}
): ValidatedAnswers {
  const read = fields.map((field) => [field, readOne(field, input, files)] as const)
  const errors = read.flatMap(([field, result]) =>
    result.ok ? [] : [[field.key, errorOf(field, result)] as const]
  )
  if (errors.length > 0) {
    return { ok: false, reason: 'invalid_answers', errors: Object.fromEntries(errors) }
  }
  const answers = read.map(([{ key }, result]) => [key, result.ok ? result.answer : null] as const)
  return { ok: true, answers: Object.fromEntries(withLocale(fields, answers, locale)) }
}

/** Own properties only: a field called `constructor` must not read the prototype's. */
function given(input: unknown, key: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, key)) return undefined
  return (input as Record<string, unknown>)[key]
}

function readOne(field: FormField, input: unknown, files: GivenFiles): ReadAnswer {
  const isGiven = field.kind === 'file' && Object.hasOwn(files, field.key)
  return isGiven ? readFile(field, files[field.key]) : readAnswer(field, given(input, field.key))
}

function errorOf(field: FormField, { reason, limits }: ReadAnswer & { ok: false }): AnswerError {
  const sentences = field.kind === 'file' ? 'files.errors' : 'forms.errors'
  return { reason, key: `${sentences}.${reason}`, limits }
}

function withLocale(
  fields: readonly FormField[],
  answers: readonly (readonly [string, Answer])[],
  locale: Locale
): (readonly [string, Answer])[] {
  return answers.map(([key, answer], index) =>
    fields[index].kind === 'consent' ? [key, { accepted: answer === true, locale }] : [key, answer]
  )
}
