import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { setting } from '#core/settings'
import type { FieldErrors } from '#core/web'
import type { Placing } from '#plugins/shop-quotes/actions/place_order'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import {
  asksToBegin,
  type LastStep,
  type SentOrder,
} from '#plugins/shop-quotes/presenters/last_step'
import { payWithin } from '#plugins/shop-quotes/settings'

export type SentPlacing = SentOrder & { cart: string; seen: string; method?: Method }

/** What keeps the form of the last step from being taken. */
export function placingErrors(
  { i18n }: HttpContext,
  step: LastStep,
  sent: SentPlacing
): FieldErrors {
  const t = (key: string) => i18n.t(`shop-quotes.checkout.payment.errors.${key}`)
  const isOffered = step.methods.some((one) => one === sent.method)
  const isFree = step.cart.totals?.totalMinor === 0
  return {
    ...(isOffered || (isFree && step.methods.length === 0) ? {} : { method: t('method') }),
    ...(step.terms === null || sent.terms !== undefined ? {} : { terms: t('terms') }),
  }
}

export async function placingOf(
  ctx: HttpContext,
  step: LastStep,
  { cart, seen, method, starts_early }: SentPlacing
): Promise<Placing> {
  const { id, firstName, lastName, email } = signedInCustomer(ctx)
  return {
    ...{ cart, seen, tokenHash: step.tokenHash, shop: step.shop, terms: step.terms },
    ...{ locale: ctx.locale, by: { kind: 'customer', id }, method: method ?? 'desk' },
    person: { userId: id, firstName, lastName, email },
    startsEarly: starts_early !== undefined && asksToBegin(step.cart.lines),
    payWithin: await setting(payWithin),
  }
}

/** S11: on to the order, which stays in "My orders". */
export function leadToOrder(ctx: HttpContext, id: string, said: 'placed' | null): void {
  const to = urlFor('shop-quotes.mine.orders.show', { id })
  if (!said) return ctx.response.redirect().status(303).toPath(to)
  leadToAccount(ctx, to, {
    tone: 'success',
    text: ctx.i18n.t(`shop-quotes.orders.notices.${said}`),
  })
}
