import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import type { AnswerErrors } from '#app/forms/domain/answers'
import type { FormField } from '#app/forms/domain/fields'

type Reader = Pick<HttpContext, 'i18n' | 'locale'>

/**
 * For the summary on top, by the id of the control: it names each question, of which several may
 * miss the same. A dash, since many a question ends in a mark of its own.
 */
export function answerSentences(
  { i18n, locale }: Reader,
  fields: readonly FormField[],
  errors: AnswerErrors
): Record<string, string> {
  const wrong = fields.filter(({ key }) => Object.hasOwn(errors, key))
  const sentences = wrong.map(({ key, label }) => {
    const problem = i18n.t(errors[key].key, errors[key].limits)
    return [`answer-${key}`, `${translated(label, locale)} – ${problem}`] as const
  })
  return Object.fromEntries(sentences)
}
