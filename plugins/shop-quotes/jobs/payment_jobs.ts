import { defineJob } from '#core/jobs'
import {
  ASK_PROVIDER,
  askAgain,
  type AskedPayment,
} from '#plugins/shop-quotes/actions/ask_provider'
import { closeCheckout } from '#plugins/shop-quotes/actions/close_checkout'
import { CLOSE_CHECKOUT, type ClosedCheckout } from '#plugins/shop-quotes/actions/end_payments'
import { repay, repayFailed } from '#plugins/shop-quotes/actions/repay'
import { REPAY, type Repayment } from '#plugins/shop-quotes/actions/repay_through_provider'

const AskProvider = defineJob<AskedPayment>({ ...ASK_PROVIDER, handle: askAgain })

const CloseCheckout = defineJob<ClosedCheckout>({ ...CLOSE_CHECKOUT, handle: closeCheckout })

const Repay = defineJob<Repayment>({
  ...REPAY,
  handle: repay,
  abandoned: repayFailed,
})

export const PAYMENT_JOBS = [AskProvider, CloseCheckout, Repay]
