import type { Locale } from '#core/organisation'
import type { Answer, Answers, FormField } from './fields.js'
import { readAnswer, type AnswerReason, type ReadAnswer } from './read_answer.js'

/** Why one answer is refused; the sentence is `forms.errors.<reason>` with `limits`. */
export interface AnswerError {
  readonly reason: AnswerReason
  /** Lang key of the sentence, ready for `t(error.key, error.limits)`. */
  readonly key: `forms.errors.${AnswerReason}`
  readonly limits: Readonly<Record<string, number>>
}

export type AnswerErrors = Readonly<Record<string, AnswerError>>

export type ValidatedAnswers =
  { ok: true; answers: Answers } | { ok: false; reason: 'invalid_answers'; errors: AnswerErrors }

/**
 * Reads what a browser sent against the fields of a form. Only the fields' own keys are looked
 * at; whatever else the input carries is dropped. Language: that of the page, kept with consents.
 */
export function validateAnswers(
  fields: readonly FormField[],
  input: unknown,
  locale: Locale
): ValidatedAnswers {
  const read = fields.map(
    (field) => [field.key, readAnswer(field, given(input, field.key))] as const
  )
  const errors = read.flatMap(([key, result]) =>
    result.ok ? [] : [[key, errorOf(result)] as const]
  )
  if (errors.length > 0) {
    return { ok: false, reason: 'invalid_answers', errors: Object.fromEntries(errors) }
  }
  const answers = read.map(([key, result]) => [key, result.ok ? result.answer : null] as const)
  return { ok: true, answers: Object.fromEntries(withLocale(fields, answers, locale)) }
}

/** Own properties only: a field called `constructor` must not read the prototype's. */
function given(input: unknown, key: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, key)) return undefined
  return (input as Record<string, unknown>)[key]
}

function errorOf({ reason, limits }: ReadAnswer & { ok: false }): AnswerError {
  return { reason, key: `forms.errors.${reason}`, limits }
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
