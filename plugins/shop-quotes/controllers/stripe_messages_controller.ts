import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { TakeMessage } from '#plugins/shop-quotes/actions/take_message'
import { MESSAGE_LIMIT } from '#plugins/shop-quotes/limits'

/** Stripe tells what came of a payment; it is believed by its signature alone. */
export default class StripeMessagesController {
  async store(ctx: HttpContext) {
    const { request, response } = ctx
    await throttle(ctx, MESSAGE_LIMIT)
    const signature = request.header('stripe-signature') ?? ''
    const taken = await new TakeMessage().handle({ body: request.raw() ?? '', signature })
    return response.status(taken.ok ? 200 : 400).send({ received: taken.ok })
  }
}
