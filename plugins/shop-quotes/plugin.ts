import { definePlugin } from '#core/platform'
import { account } from '#plugins/shop-quotes/account'
import { admin } from '#plugins/shop-quotes/admin/contribution'
import { cartCookie } from '#plugins/shop-quotes/cart_cookie'
import { shopDemo } from '#plugins/shop-quotes/database/demo'
import { customerCard } from '#plugins/shop-quotes/admin/customer_card'
import {
  OrderPlaced,
  OrderStepped,
  QuoteRequested,
  QuoteStepped,
} from '#plugins/shop-quotes/events'
import { entryFiles, filledFormFiles, servicePictures } from '#plugins/shop-quotes/files'
import { help } from '#plugins/shop-quotes/help'
import { home } from '#plugins/shop-quotes/home'
import { numbersAreWhole } from '#plugins/shop-quotes/health'
import { CheckNumbers, checkNumbersNightly } from '#plugins/shop-quotes/jobs/check_numbers'
import { ExpireOrders, expireOrdersOften } from '#plugins/shop-quotes/jobs/expire_orders'
import { ORDER_MAILS } from '#plugins/shop-quotes/mails/order_mails'
import { REFUND_MAILS } from '#plugins/shop-quotes/mails/refund_mail'
import { QUOTE_MAILS, QuoteNewsMail } from '#plugins/shop-quotes/mails/quote_mails'
import privacy from '#plugins/shop-quotes/privacy'
import { quotesInAccount } from '#plugins/shop-quotes/quote_account'
import { routes } from '#plugins/shop-quotes/routes'
import { PurgeCarts, purgeCartsNightly } from '#plugins/shop-quotes/jobs/purge_carts'
import {
  ExpireQuotes,
  expireQuotesOften,
  RemindOfQuotes,
  remindOfQuotesHourly,
} from '#plugins/shop-quotes/jobs/quote_jobs'
import { PAYMENT_JOBS } from '#plugins/shop-quotes/jobs/payment_jobs'
import {
  accountBic,
  accountHolder,
  accountIban,
  currency,
  payWithin,
  quoteGoodFor,
  quoteReminder,
  sellerAddress,
  sellerCountry,
  sellerName,
  sellerTaxId,
  takesBankTransfer,
  stripeKey,
  stripeSigningSecret,
  takesDesk,
  takesStripe,
  terms,
} from '#plugins/shop-quotes/settings'

/** Services with a price are bought, services without one are quoted. */
export default definePlugin({
  id: 'shop-quotes',
  version: '0.1.0',
  platform: '^0.1.0',
  icon: 'shopping-bag',
  mount: 'shop',
  permissions: [
    { id: 'shop-quotes.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'shop-quotes.work', roles: ['owner', 'manager', 'desk'] },
    { id: 'shop-quotes.set_up', roles: ['owner', 'manager'] },
  ],
  settings: [
    ...[sellerName, sellerAddress, sellerCountry, sellerTaxId, currency],
    ...[payWithin, quoteGoodFor, quoteReminder, terms],
    ...[takesBankTransfer, accountHolder, accountIban, accountBic, takesDesk],
    ...[takesStripe, stripeKey, stripeSigningSecret],
  ],
  routes,
  admin,
  account,
  account: [quotesInAccount],
  home,
  help,
  customerCard,
  cookies: [cartCookie],
  events: [OrderPlaced, OrderStepped, QuoteRequested, QuoteStepped],
  jobs: [...PAYMENT_JOBS, ExpireOrders, CheckNumbers, PurgeCarts],
  schedules: [expireOrdersOften, checkNumbersNightly, purgeCartsNightly],
  mails: [...Object.values(ORDER_MAILS), ...Object.values(REFUND_MAILS)],
  files: [servicePictures, entryFiles, filledFormFiles],
  jobs: [ExpireOrders, CheckNumbers, ExpireQuotes, RemindOfQuotes, ...PAYMENT_JOBS],
  schedules: [
    ...[expireOrdersOften, checkNumbersNightly],
    ...[expireQuotesOften, remindOfQuotesHourly],
  ],
  mails: [
    ...[...Object.values(ORDER_MAILS), ...Object.values(REFUND_MAILS)],
    ...[...Object.values(QUOTE_MAILS), QuoteNewsMail],
  ],
  files: [servicePictures, entryFiles],
  health: [numbersAreWhole],
  privacy,
  demo: shopDemo,
})
