import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { chooseBilling } from '#plugins/shop-quotes/actions/choose_billing'
import { keepBilling } from '#plugins/shop-quotes/actions/keep_billing'
import { WRITE_LIMIT } from '#plugins/shop-quotes/limits'
import { renderCheckout } from '#plugins/shop-quotes/presenters/checkout_page'
import {
  checkoutOf,
  leadBackToCart,
  type Checkout,
} from '#plugins/shop-quotes/presenters/own_checkout'
import { readBilling } from '#plugins/shop-quotes/presenters/read_billing'
import { billingProfileOf } from '#plugins/shop-quotes/queries/billing_profiles'
import { storeBillingValidator } from '#plugins/shop-quotes/validators/billing'
import { chosenProfileValidator } from '#plugins/shop-quotes/validators/checkout'

/** S4, S5: who is not signed in signs in or registers here, and goes on with the same cart. */
export default class CheckoutController {
  async edit(ctx: HttpContext) {
    const checkout = await checkoutOf(ctx)
    if (checkout) return renderCheckout(ctx, checkout)
  }

  async update(ctx: HttpContext) {
    const checkout = await checkoutOf(ctx)
    if (!checkout) return
    const [, form] = await ctx.request.tryValidateUsing(chosenProfileValidator)
    return form?.profile ? this.#choose(ctx, checkout, form.profile) : this.#enter(ctx, checkout)
  }

  async #choose(ctx: HttpContext, checkout: Checkout, id: string) {
    const profile = await billingProfileOf(checkout.userId, id)
    if (profile) return this.#goOn(ctx, checkout, profile.id)
    const errors = { profile: ctx.i18n.t('shop-quotes.checkout.billing.gone') }
    return renderCheckout(ctx, checkout, { errors })
  }

  async #enter(ctx: HttpContext, checkout: Checkout) {
    const { userId } = checkout
    const read = await readBilling(ctx)
    if (!read.billing) return renderCheckout(ctx, checkout, { read })
    await throttle(ctx, WRITE_LIMIT, { key: String(userId) })
    const { form_key: formKey } = await ctx.request.validateUsing(storeBillingValidator)
    const kept = await keepBilling({ userId, billing: read.billing, formKey })
    if (kept.ok) return this.#goOn(ctx, checkout, kept.id)
    const errors = { kind: ctx.i18n.t('shop-quotes.checkout.billing.too_many') }
    return renderCheckout(ctx, checkout, { read, errors })
  }

  async #goOn(ctx: HttpContext, { userId, tokenHash }: Checkout, billingProfileId: number) {
    const isChosen = await chooseBilling({ owner: { userId, tokenHash }, billingProfileId })
    if (!isChosen) return leadBackToCart(ctx)
    const next = urlFor('shop-quotes.checkout_payment.create')
    return ctx.response.redirect().status(303).toPath(next)
  }
}
