import { defineJob } from '#core/jobs'
import {
  ASK_PROVIDER,
  askAgain,
  type AskedPayment,
} from '#plugins/shop-quotes/actions/ask_provider'
import { closeCheckout } from '#plugins/shop-quotes/actions/close_checkout'
import { CLOSE_CHECKOUT, type ClosedCheckout } from '#plugins/shop-quotes/actions/end_payments'
import {
  REPAY,
  repay,
  repayFailed,
  type Repayment,
} from '#plugins/shop-quotes/actions/repay_through_provider'

export const AskProvider = defineJob<AskedPayment>({ ...ASK_PROVIDER, handle: askAgain })

export const CloseCheckout = defineJob<ClosedCheckout>({ ...CLOSE_CHECKOUT, handle: closeCheckout })

export const RepayThroughProvider = defineJob<Repayment>({
  ...REPAY,
  handle: repay,
  abandoned: repayFailed,
})

export const PAYMENT_JOBS = [AskProvider, CloseCheckout, RepayThroughProvider]
