import type { HttpContext } from '@adonisjs/core/http'
import {
  presentFields,
  presentFileFields,
  type AnswerErrors,
  type Answers,
  type FormField,
} from '#core/forms'
import { appointmentFiles } from '#plugins/booking/files'

/** The service's own questions, and how a form with them is sent: plainly, unless files come too. */
export async function presentQuestions(
  { locale }: HttpContext,
  fields: readonly FormField[],
  { answers, errors }: { answers: Answers; errors: AnswerErrors }
) {
  const plain = presentFields(fields, answers, errors, locale)
  const isUpload = fields.some(({ kind }) => kind === 'file')
  return {
    fields: await presentFileFields(plain, { use: appointmentFiles, answers, locale }),
    enctype: isUpload ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
  }
}
