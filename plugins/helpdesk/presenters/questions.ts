import type { HttpContext } from '@adonisjs/core/http'
import { formFor, presentFields, presentFileFields } from '#core/forms'
import type { Need } from '#plugins/helpdesk/domain/intake'
import { entryFiles } from '#plugins/helpdesk/files'
import type { ReadOpening } from '#plugins/helpdesk/presenters/read_opening'

type Sent = Pick<ReadOpening, 'answers' | 'answerErrors'>

/** What a need asks besides, with what was answered and what was wrong with it. */
export async function presentQuestions(
  { locale }: HttpContext,
  { formId }: Pick<Need, 'formId'>,
  { answers, answerErrors }: Sent = { answers: {}, answerErrors: {} }
) {
  const form = formId === null ? null : await formFor(formId)
  const fields = presentFields(form?.fields ?? [], answers, answerErrors, locale)
  return presentFileFields(fields, { use: entryFiles, answers, locale })
}
