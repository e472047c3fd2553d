import type { RouteGroups } from '#core/platform'

const lines = () => import('#plugins/shop-quotes/controllers/lines_controller')
const carts = () => import('#plugins/shop-quotes/controllers/carts_controller')
const quoteCarts = () => import('#plugins/shop-quotes/controllers/quote_carts_controller')
const quantities = () => import('#plugins/shop-quotes/controllers/quantities_controller')
const removals = () => import('#plugins/shop-quotes/controllers/line_removals_controller')
const checkout = () => import('#plugins/shop-quotes/controllers/checkout_controller')
const payments = () => import('#plugins/shop-quotes/controllers/checkout_payments_controller')
const billing = () => import('#plugins/shop-quotes/controllers/billing_controller')
const preferred = () => import('#plugins/shop-quotes/controllers/default_billing_controller')
const billingRemovals = () => import('#plugins/shop-quotes/controllers/billing_removals_controller')
const orders = () => import('#plugins/shop-quotes/controllers/orders_controller')
const messages = () => import('#plugins/shop-quotes/controllers/order_messages_controller')
const cancellations = () =>
  import('#plugins/shop-quotes/controllers/order_cancellations_controller')

/** S2 to S7: carts of visitors and of accounts. */
export function cartRoutes(groups: RouteGroups): void {
  const { site } = groups
  const upload = true
  site.get('/services/:slug/form', [lines, 'create'], { name: 'lines.create' })
  site.post('/services/:slug/form', [lines, 'store'], { name: 'lines.store', upload })
  site.get('/cart', [carts, 'show'], { name: 'cart.show' })
  site.get('/quote-cart', [quoteCarts, 'show'], { name: 'quote_cart.show' })
  site.get('/lines/:id', [lines, 'edit'], { name: 'lines.edit' })
  site.post('/lines/:id', [lines, 'update'], { name: 'lines.update', upload })
  site.post('/lines/:id/quantity', [quantities, 'update'], { name: 'quantities.update' })
  site.get('/lines/:id/removal', [removals, 'create'], { name: 'line_removals.create' })
  site.post('/lines/:id/removal', [removals, 'store'], { name: 'lines.destroy' })
  checkoutRoutes(groups)
  ownOrderRoutes(groups)
}

/** S4, S5, S12: who buys, how it is paid, and to whom it is billed. */
function checkoutRoutes({ account }: RouteGroups): void {
  account.get('/checkout', [checkout, 'edit'], { name: 'checkout.edit' })
  account.post('/checkout', [checkout, 'update'], { name: 'checkout.update' })
  account.get('/checkout/payment', [payments, 'create'], { name: 'checkout_payment.create' })
  account.post('/checkout/payment', [payments, 'store'], { name: 'checkout_payment.store' })

  account.get('/billing', [billing, 'index'], { name: 'billing.index' })
  account.get('/billing/new', [billing, 'create'], { name: 'billing.create' })
  account.post('/billing', [billing, 'store'], { name: 'billing.store' })
  account.get('/billing/:id', [billing, 'edit'], { name: 'billing.edit' })
  account.post('/billing/:id', [billing, 'update'], { name: 'billing.update' })
  account.post('/billing/:id/default', [preferred, 'update'], { name: 'default_billing.update' })
  account.get('/billing/:id/removal', [billingRemovals, 'create'], {
    name: 'billing_removals.create',
  })
  account.post('/billing/:id/removal', [billingRemovals, 'store'], {
    name: 'billing_removals.store',
  })
}

/** S11, S12: "My orders". */
function ownOrderRoutes({ account }: RouteGroups): void {
  account.get('/orders', [orders, 'index'], { name: 'mine.orders.index' })
  account.get('/orders/:id', [orders, 'show'], { name: 'mine.orders.show' })
  account.get('/orders/:id/message', [messages, 'create'], { name: 'order_messages.create' })
  account.post('/orders/:id/message', [messages, 'store'], {
    name: 'order_messages.store',
    upload: true,
  })
  account.get('/orders/:id/cancellation', [cancellations, 'create'], {
    name: 'order_cancellations.create',
  })
  account.post('/orders/:id/cancellation', [cancellations, 'store'], {
    name: 'order_cancellations.store',
  })
}
