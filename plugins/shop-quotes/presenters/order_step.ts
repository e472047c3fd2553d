import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount } from '#core/accounts'
import { randomId, urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { LONGEST_WORDS, readWords } from '#plugins/shop-quotes/domain/words'
import type { Order } from '#plugins/shop-quotes/models/order'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import { storeOrderStepValidator } from '#plugins/shop-quotes/validators/order_step'

/** A form of one field with which the customer does something about an order. */
export type OrderForm = { step: 'messages' | 'cancellations'; needsWords: boolean; tone?: 'danger' }

export type ReadOrderStep = {
  formKey: string
  typed: string
  text: string | null
  errors: FieldErrors
}

export async function readOrderStep(
  ctx: HttpContext,
  { needsWords }: OrderForm
): Promise<ReadOrderStep> {
  const form = await ctx.request.validateUsing(storeOrderStepValidator)
  const typed = form.text ?? ''
  const words = readWords(typed)
  const isWrong = !words.ok && (words.reason === 'too_long' || needsWords)
  const error = (reason: string) =>
    ctx.i18n.t(`shop-quotes.orders.errors.${reason}`, { most: LONGEST_WORDS })
  return {
    ...{ formKey: form.form_key, typed, text: words.ok ? words.text : null },
    errors: isWrong ? { text: error(words.reason) } : {},
  }
}

type Shown = { read?: ReadOrderStep; isRefused?: boolean }

/** What it is about, a field for words, and a button. */
export async function renderOrderStep(
  ctx: HttpContext,
  order: Order,
  { step, needsWords, tone }: OrderForm,
  { read, isRefused }: Shown = {}
) {
  const t = (key: string) => ctx.i18n.t(`shop-quotes.orders.steps.${step}.${key}`)
  if (read) ctx.response.status(isRefused ? 409 : 422)
  if (isRefused) {
    const state = ctx.i18n.t(`shop-quotes.orders.states.${order.state}`)
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
    errors: read?.errors ?? {},
  })
}
