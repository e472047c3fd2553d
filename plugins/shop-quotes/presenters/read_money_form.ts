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
  if (error) return { ok: false, errors: firstOfEach(error.messages) }
  const { t, locale, now, formats } = await viewerOf(ctx)
  const tag = FORMAT_LOCALES[locale]
  const amount = readDecimal(form.amount, { tag, decimals: decimalsOf(order.currency) })
  const words = (key: string, values?: Record<string, string>) =>
    t(`shop-quotes.admin.orders.money_errors.${key}`, values)
  const errors: Record<string, string> = {}
  if (!amount.ok || amount.units <= 0 || amount.units > LARGEST_AMOUNT) {
    errors.amount = words('amount', { example: moneyText(123_450, order.currency, tag) })
  }
  const isPast = isDay(form.value_day) && form.value_day <= formats().localDay(now)
  if (!isPast) errors.value_day = words('value_day')
  if (!amount.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { method, value_day: valueDay, seen, form_key: formKey } = form
  const money = { amountMinor: amount.units, method, valueDay, note: form.note ?? null }
  return { ok: true, money: { ...money, seen, formKey } }
}
