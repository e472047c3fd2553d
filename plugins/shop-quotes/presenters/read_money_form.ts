import type { HttpContext } from '@adonisjs/core/http'
import { viewerOf } from '#core/admin'
import { decimalsOf, FORMAT_LOCALES, moneyText, readDecimal } from '#core/organisation'
import { isDay } from '#core/scheduling'
import { firstOfEach } from '#core/web'
import { LARGEST_AMOUNT } from '#plugins/shop-quotes/domain/amounts'
import type { ByHand } from '#plugins/shop-quotes/domain/refund_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Movement } from '#plugins/shop-quotes/presenters/money_form'
import {
  storeOrderPaymentValidator,
  storeOrderRefundValidator,
} from '#plugins/shop-quotes/validators/order_desk'

export type ReadMoney = {
  amountMinor: number
  method: ByHand
  valueDay: string
  note: string | null
  seen: number
  formKey: string
}

type Read = { ok: true; money: ReadMoney } | { ok: false; errors: Record<string, string> }

const OWN_WORDS = ['amount', 'value_day', 'note']

/** What cannot be read is told as the page tells it, not by the name of its field. */
const inOwnWords = (errors: Record<string, string>, words: (field: string) => string) =>
  Object.fromEntries(
    Object.entries(errors).map(([field, said]) => [
      field,
      OWN_WORDS.includes(field) ? words(field) : said,
    ])
  )

/** What staff wrote down about money that moved, in the formats of who typed it. */
export async function readMoneyForm(
  ctx: HttpContext,
  order: Order,
  movement: Movement
): Promise<Read> {
  const [error, form] =
    movement === 'refund'
      ? await ctx.request.tryValidateUsing(storeOrderRefundValidator)
      : await ctx.request.tryValidateUsing(storeOrderPaymentValidator)
  const { t, locale, now, formats } = await viewerOf(ctx)
  const tag = FORMAT_LOCALES[locale]
  const example = moneyText(123_450, order.currency, tag)
  const words = (key: string) => t(`shop-quotes.admin.orders.money_errors.${key}`, { example })
  if (error) return { ok: false, errors: inOwnWords(firstOfEach(error.messages), words) }
  const amount = readDecimal(form.amount, { tag, decimals: decimalsOf(order.currency) })
  const errors: Record<string, string> = {}
  if (!amount.ok || amount.units <= 0 || amount.units > LARGEST_AMOUNT) {
    errors.amount = words('amount')
  }
  const isPast = isDay(form.value_day) && form.value_day <= formats().localDay(now)
  if (!isPast) errors.value_day = words('value_day')
  if (!amount.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { method, value_day: valueDay, seen, form_key: formKey } = form
  const money = { amountMinor: amount.units, method, valueDay, note: form.note ?? null }
  return { ok: true, money: { ...money, seen, formKey } }
}
