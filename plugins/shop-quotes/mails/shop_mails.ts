import { APPOINTMENT_MAILS } from '#plugins/shop-quotes/mails/appointment_mails'
import { OrderNewsMail, QuoteNewsMail } from '#plugins/shop-quotes/mails/news_mails'
import { ORDER_MAILS } from '#plugins/shop-quotes/mails/order_mails'
import { PlacedMail } from '#plugins/shop-quotes/mails/placed_mail'
import { QUOTE_MAILS } from '#plugins/shop-quotes/mails/quote_mails'
import { REFUND_MAILS } from '#plugins/shop-quotes/mails/refund_mail'
import { WithdrawalMail } from '#plugins/shop-quotes/mails/withdrawal_mail'

export const mails = [
  PlacedMail,
  ...Object.values(ORDER_MAILS),
  ...Object.values(APPOINTMENT_MAILS),
  ...Object.values(REFUND_MAILS),
  ...Object.values(QUOTE_MAILS),
  ...[OrderNewsMail, QuoteNewsMail, WithdrawalMail],
]
