import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount } from '#core/accounts'
import {
  fileLimits,
  presentFileInput,
  sentFiles,
  type FileRefusal,
  type HeldFile,
  type SentFiles,
} from '#core/files'
import { randomId, urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { LONGEST_WORDS, readWords } from '#plugins/shop-quotes/domain/words'
import { entryFiles } from '#plugins/shop-quotes/files'
import type { Order } from '#plugins/shop-quotes/models/order'
import { orderBadge } from '#plugins/shop-quotes/presenters/order_words'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import { storeOrderStepValidator } from '#plugins/shop-quotes/validators/order_step'

const ASKED = { field: 'files', most: 5 }
const NO_FILES: SentFiles = { files: [], refusal: null }

/** A form of words, and of files where they help, with which customers do something about an order. */
export type OrderForm = {
  step: 'messages' | 'cancellations'
  needsWords: boolean
  takesFiles: boolean
  tone?: 'danger'
}

export type ReadOrderStep = {
  formKey: string
  typed: string
  text: string | null
  files: HeldFile[]
  errors: FieldErrors
}

export async function readOrderStep(
  ctx: HttpContext,
  { needsWords, takesFiles }: OrderForm
): Promise<ReadOrderStep> {
  const { files, refusal } = takesFiles ? await sentFiles(ctx, entryFiles, ASKED) : NO_FILES
  const form = await ctx.request.validateUsing(storeOrderStepValidator)
  const typed = form.text ?? ''
  const words = readWords(typed)
  const isWrong = !words.ok && (words.reason === 'too_long' || needsWords)
  const error = (reason: string) =>
    ctx.i18n.t(`shop-quotes.orders.errors.${reason}`, { most: LONGEST_WORDS })
  return {
    ...{ formKey: form.form_key, typed, text: words.ok ? words.text : null, files },
    errors: {
      ...(isWrong ? { text: error(words.reason) } : {}),
      ...(refusal ? fileError(ctx, refusal) : {}),
    },
  }
}

/** Why files were not taken, at their field. */
export const fileError = (ctx: HttpContext, { reason, limits }: FileRefusal): FieldErrors => ({
  [ASKED.field]: ctx.i18n.t(`files.errors.${reason}`, limits),
})

async function fileInput(ctx: HttpContext, held: readonly HeldFile[] = []) {
  const limits = await fileLimits(entryFiles, ASKED.most)
  return presentFileInput({ field: ASKED.field, limits, held }, ctx.locale)
}

type Shown = { read?: ReadOrderStep; isRefused?: boolean }

/** What it is about, a field for words, one for files where they help, and a button. */
export async function renderOrderStep(
  ctx: HttpContext,
  order: Order,
  { step, needsWords, takesFiles, tone }: OrderForm,
  { read, isRefused }: Shown = {}
) {
  const t = (key: string) => ctx.i18n.t(`shop-quotes.orders.steps.${step}.${key}`)
  if (read) ctx.response.status(isRefused ? 409 : 422)
  if (isRefused) {
    const { label: state } = orderBadge(ctx, order)
    const text = ctx.i18n.t('shop-quotes.orders.refused', { state })
    ctx.notices.push({ tone: 'warning', text })
  }
  return renderAccount(ctx, 'shop_quotes::pages/order_step', {
    title: t('title'),
    back: { href: orderHref(order), label: order.number },
    lead: t('lead'),
    action: urlFor(`shop-quotes.order_${step}.store`, { id: order.publicId }),
    hidden: { form_key: read?.formKey ?? randomId() },
    label: t('label'),
    required: needsWords,
    go: { label: t('go'), tone },
    text: read?.typed,
    files: takesFiles ? await fileInput(ctx, read?.files) : null,
    errors: read?.errors ?? {},
  })
}
