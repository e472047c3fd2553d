import type { RouteGroups } from '#core/platform'

const payments = () => import('#plugins/shop-quotes/controllers/payments_controller')
const checks = () => import('#plugins/shop-quotes/controllers/payment_checks_controller')
const trials = () => import('#plugins/shop-quotes/controllers/trials_controller')
const bankImports = () => import('#plugins/shop-quotes/controllers/bank_imports_controller')
const messages = () => import('#plugins/shop-quotes/controllers/stripe_messages_controller')

/** S5, S11: ways to pay, the bank's file, and what a provider tells. */
export function paymentRoutes({ site, account, staff }: RouteGroups): void {
  site.post('/webhooks/stripe', [messages, 'store'], {
    ...{ name: 'stripe_messages.store', machine: true },
  })

  account.get('/orders/:id/payment', [payments, 'create'], { name: 'payments.create' })
  account.post('/orders/:id/payment', [payments, 'store'], { name: 'payments.store' })
  account.post('/orders/:id/payment/check', [checks, 'store'], { name: 'payment_checks.store' })
  account.post('/orders/:id/payment/trial', [trials, 'store'], { name: 'trials.store' })

  const permission = 'shop-quotes.work'
  staff.get('/bank-import', [bankImports, 'create'], { name: 'bank_imports.create', permission })
  staff.post('/bank-import', [bankImports, 'store'], {
    ...{ name: 'bank_imports.store', upload: true, permission },
  })
}
