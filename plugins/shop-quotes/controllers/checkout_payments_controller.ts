import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { PlaceOrder } from '#plugins/shop-quotes/actions/place_order'
import { PLACE_LIMIT } from '#plugins/shop-quotes/limits'
import { renderLastStep, stepOf, type LastStep } from '#plugins/shop-quotes/presenters/last_step'
import { checkoutOf, leadBackToCart } from '#plugins/shop-quotes/presenters/own_checkout'
import { leadToOrder, placingErrors, placingOf } from '#plugins/shop-quotes/controllers/placing'
import { chosenProfileOf } from '#plugins/shop-quotes/queries/billing_profiles'
import { orderOfCart } from '#plugins/shop-quotes/queries/placed_order'
import { storeOrderValidator } from '#plugins/shop-quotes/validators/checkout'

/** S5: choose how to pay, check everything, and order with the obligation to pay. */
export default class CheckoutPaymentsController {
  async create(ctx: HttpContext) {
    const step = await this.#step(ctx)
    if (step) return renderLastStep(ctx, step)
  }

  async store(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    await throttle(ctx, PLACE_LIMIT, { key: String(userId) })
    const sent = await ctx.request.validateUsing(storeOrderValidator)
    const placed = await orderOfCart(userId, sent.cart)
    if (placed) return leadToOrder(ctx, placed, null)
    const step = await this.#step(ctx)
    if (!step) return
    const errors = placingErrors(ctx, step, sent)
    if (Object.keys(errors).length > 0) return renderLastStep(ctx, step, { errors, sent })
    const done = await new PlaceOrder().handle(await placingOf(ctx, step, sent))
    if (done.ok) return leadToOrder(ctx, done.publicId, done.isNew ? 'placed' : null)
    if (done.reason !== 'changed') return leadBackToCart(ctx)
    const anew = await this.#step(ctx)
    if (anew) return renderLastStep(ctx, anew, { changed: done.parts, sent })
  }

  /** Null after leading to the step before it. */
  async #step(ctx: HttpContext): Promise<LastStep | null> {
    const checkout = await checkoutOf(ctx)
    if (!checkout) return null
    const profile = await chosenProfileOf(checkout.userId, checkout.cart.own?.billingProfileId)
    if (profile) return stepOf(ctx, checkout, profile)
    ctx.response.redirect().status(303).toPath(urlFor('shop-quotes.checkout.edit'))
    return null
  }
}
