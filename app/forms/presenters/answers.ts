import i18nManager from '@adonisjs/i18n/services/main'
import { formats, translated, type Locale } from '#core/organisation'
import { isFile } from '#app/forms/domain/file_answers'
import type { Answer, Answers, FormField } from '#app/forms/domain/fields'

export interface PresentedAnswer {
  key: string
  label: string
  /** Plain text, to be escaped; long answers keep their line breaks. */
  value: string
  /** Public id of the file, where the answer is one. */
  file?: string
}

/**
 * Stored answers in words, for summaries and mails, with the fields of the version that they
 * were given to. Questions left open are left out.
 */
export function presentAnswers(
  fields: readonly FormField[],
  answers: Answers,
  locale: Locale
): PresentedAnswer[] {
  return fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : null
    const value = inWords(field, answer, locale)
    const file = isFile(answer) ? { file: answer.file } : {}
    const label = translated(field.label, locale)
    return value === '' ? [] : [{ key: field.key, label, value, ...file }]
  })
}

function inWords(field: FormField, answer: Answer, locale: Locale): string {
  if (answer === null) return ''
  if (isFile(answer)) return answer.name
  if (typeof answer === 'object') return yesOrNo(answer.accepted, locale)
  if (typeof answer === 'boolean') return yesOrNo(answer, locale)
  if (typeof answer === 'number') return formats(locale, 'UTC').number(answer)
  if (field.kind === 'date') return formats(locale, 'UTC').dayDate(answer)
  if (field.kind !== 'choice') return answer
  const option = field.options?.find((candidate) => candidate.key === answer)
  return option ? translated(option.label, locale) : answer
}

function yesOrNo(answer: boolean, locale: Locale): string {
  return i18nManager.locale(locale).t(answer ? 'forms.yes' : 'forms.no')
}
