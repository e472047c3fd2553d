import { defineEvent } from '#core/platform'
import type { OrderState, OrderStep } from '#plugins/shop-quotes/domain/order_states'
import type { QuoteState, QuoteStep } from '#plugins/shop-quotes/domain/quote_states'

/** A customer has bound themselves to pay: out of a cart, or by accepting a quote. */
export const OrderPlaced = defineEvent<{ orderId: number }>('shop-quotes.order_placed')

/** One step further, as the state table names it; the state may be the same after it. */
export const OrderStepped = defineEvent<{
  orderId: number
  step: OrderStep
  from: OrderState
  to: OrderState
}>('shop-quotes.order_stepped')

/** A customer has asked for an offer. */
export const QuoteRequested = defineEvent<{ quoteId: number }>('shop-quotes.quote_requested')

export const QuoteStepped = defineEvent<{
  quoteId: number
  step: QuoteStep
  from: QuoteState
  to: QuoteState
}>('shop-quotes.quote_stepped')
