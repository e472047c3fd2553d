import { definePlugin } from '#core/platform'
import { account } from '#plugins/shop-quotes/account'
import { admin } from '#plugins/shop-quotes/admin/contribution'
import { customerCard } from '#plugins/shop-quotes/admin/customer_card'
import { cartCookie } from '#plugins/shop-quotes/cart_cookie'
import { shopDemo } from '#plugins/shop-quotes/database/demo'
import {
  OrderPlaced,
  OrderStepped,
  QuoteRequested,
  QuoteStepped,
} from '#plugins/shop-quotes/events'
import { entryFiles, filledFormFiles, servicePictures } from '#plugins/shop-quotes/files'
import { numbersAreWhole } from '#plugins/shop-quotes/health'
import { help } from '#plugins/shop-quotes/help'
import { home } from '#plugins/shop-quotes/home'
import { jobs, schedules } from '#plugins/shop-quotes/jobs/shop_jobs'
import { mails } from '#plugins/shop-quotes/mails/shop_mails'
import privacy from '#plugins/shop-quotes/privacy'
import { routes } from '#plugins/shop-quotes/routes'
import { settings } from '#plugins/shop-quotes/settings'

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
  settings,
  routes,
  admin,
  account,
  home,
  help,
  customerCard,
  cookies: [cartCookie],
  events: [OrderPlaced, OrderStepped, QuoteRequested, QuoteStepped],
  jobs,
  schedules,
  mails,
  files: [servicePictures, entryFiles, filledFormFiles],
  health: [numbersAreWhole],
  privacy,
  demo: shopDemo,
})
