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
import type { FieldErrors } from '#core/web'
import { readQuantity } from '#plugins/shop-quotes/domain/quantity'
import { filledFormFiles } from '#plugins/shop-quotes/files'
import type { Answered } from '#plugins/shop-quotes/models/filled_form'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { typedQuantityValidator } from '#plugins/shop-quotes/validators/line'

/** What was sent with the form of a service, and what is wrong with it. */
export type ReadForm = {
  form: FormVersion | null
  /** As it was typed. */
  typedQuantity: string
  quantity: number
  answers: Answers
  answered: Answered | null
  errors: FieldErrors
  answerErrors: AnswerErrors
}

/** S2, S6: answers, files and how many. Everything typed is kept, and all errors told at once. */
export async function readForm(
  ctx: HttpContext,
  service: ShopService,
  filledFormId: number | null
): Promise<ReadForm> {
  const form = service.formId === null ? null : await formFor(service.formId)
  const fields = form?.fields ?? []
  const raw: unknown = ctx.request.input('answers') ?? {}
  const files = await sentAnswerFiles(ctx, filledFormFiles, fields, filledFormId)
  const checked = validateAnswers(fields, raw, ctx.locale, files)
  const answerErrors = checked.ok ? {} : checked.errors
  const answers = checked.ok ? checked.answers : { ...typedAnswers(raw), ...heldAnswers(files) }
  const typedQuantity = await readTyped(ctx)
  const many = readQuantity(typedQuantity, service.most)
  return {
    ...{ form, typedQuantity, answers, answerErrors },
    quantity: many.ok ? many.quantity : 1,
    answered: form && { formVersionId: form.id, answers },
    errors: {
      ...answerSentences(ctx, fields, answerErrors),
      ...(many.ok ? {} : { quantity: quantityError(ctx, many.reason, service.most) }),
    },
  }
}

export async function readTyped({ request }: HttpContext): Promise<string> {
  const [, form] = await request.tryValidateUsing(typedQuantityValidator)
  return form?.quantity ?? ''
}

export const quantityError = ({ i18n }: HttpContext, reason: string, most: number): string =>
  i18n.t(`shop-quotes.cart.errors.${reason}`, { most })

const LONGEST_KEPT = 5000

/** Refused answers as they were typed, to be shown again; never put into a cart. */
function typedAnswers(raw: unknown): Answers {
  if (typeof raw !== 'object' || raw === null) return {}
  const texts = Object.entries(raw).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([key, text]) => [key, text.slice(0, LONGEST_KEPT)]))
}

/** Files that were taken are not sent again because something else was wrong. */
const heldAnswers = (files: GivenFiles): Answers =>
  Object.fromEntries(Object.entries(files).map(([key, { answer }]) => [key, answer]))
