import type { HttpContext } from '@adonisjs/core/http'
import {
  answerSentences,
  formFor,
  sentAnswerFiles,
  validateAnswers,
  type AnswerErrors,
  type Answers,
  type FormVersion,
  type GivenFiles,
} from '#core/forms'
import type { HeldFile } from '#core/files'
import type { FieldErrors } from '#core/web'
import type { Need } from '#plugins/helpdesk/domain/intake'
import { URGENCIES, type Urgency } from '#plugins/helpdesk/domain/priority'
import { readWords } from '#plugins/helpdesk/domain/words'
import { entryFiles } from '#plugins/helpdesk/files'
import { readFiles } from '#plugins/helpdesk/presenters/sent_files'
import { wordsError } from '#plugins/helpdesk/presenters/words_error'
import { typedTicketValidator } from '#plugins/helpdesk/validators/ticket'

/** What was sent with the form of a new ticket, and what is wrong with it. */
export type ReadOpening = {
  urgency: Urgency | null
  description: string
  answers: Answers
  files: HeldFile[]
  errors: FieldErrors
  answerErrors: AnswerErrors
  formVersionId: number | null
}

type ReadAnswers = Pick<ReadOpening, 'answers' | 'answerErrors' | 'errors' | 'formVersionId'>

/** H3: urgency, description, what the need asks, and files. Everything typed is kept. */
export async function readOpening(
  ctx: HttpContext,
  { formId }: Pick<Need, 'formId'>
): Promise<ReadOpening> {
  const form = formId === null ? null : await formFor(formId)
  const asked = await readAnswers(ctx, form)
  const [, typed] = await typedTicketValidator.tryValidate(ctx.request.all())
  const words = readWords(typed?.description)
  const { files, error } = await readFiles(ctx)
  const urgency = URGENCIES.find((one) => one === typed?.urgency) ?? null
  return {
    ...asked,
    ...{ urgency, files },
    description: words.ok ? words.text : (typed?.description ?? ''),
    errors: {
      ...(urgency ? {} : { urgency: ctx.i18n.t('helpdesk.portal.form.errors.urgency') }),
      ...(words.ok ? {} : { description: wordsError(ctx, words.reason, 'description') }),
      ...asked.errors,
      ...(error ? { files: error } : {}),
    },
  }
}

/** The form decides which answers exist; others are dropped. */
async function readAnswers(ctx: HttpContext, form: FormVersion | null): Promise<ReadAnswers> {
  const fields = form?.fields ?? []
  const raw: unknown = ctx.request.input('answers') ?? {}
  const files = await sentAnswerFiles(ctx, entryFiles, fields)
  const checked = validateAnswers(fields, raw, ctx.locale, files)
  const answerErrors = checked.ok ? {} : checked.errors
  return {
    answerErrors,
    errors: answerSentences(ctx, fields, answerErrors),
    answers: checked.ok ? checked.answers : { ...typedAnswers(raw), ...heldAnswers(files) },
    formVersionId: form?.id ?? null,
  }
}

const LONGEST_KEPT = 5000

/** Refused answers as they were typed, to be shown again; never taken into a ticket. */
function typedAnswers(raw: unknown): Answers {
  if (typeof raw !== 'object' || raw === null) return {}
  const texts = Object.entries(raw).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([key, text]) => [key, text.slice(0, LONGEST_KEPT)]))
}

/** Files that were taken are not sent again because something else was wrong. */
const heldAnswers = (files: GivenFiles): Answers =>
  Object.fromEntries(Object.entries(files).map(([key, { answer }]) => [key, answer]))
