import type { RouteGroups } from '#core/platform'

const payments = () => import('#plugins/shop-quotes/controllers/payments_controller')
const checks = () => import('#plugins/shop-quotes/controllers/payment_checks_controller')
const trials = () => import('#plugins/shop-quotes/controllers/trials_controller')

export function paymentRoutes({ account }: RouteGroups): void {
  account.get('/orders/:id/payment', [payments, 'create'], { name: 'payments.create' })
  account.post('/orders/:id/payment', [payments, 'store'], { name: 'payments.store' })
  account.post('/orders/:id/payment/check', [checks, 'store'], { name: 'payment_checks.store' })
  account.post('/orders/:id/payment/trial', [trials, 'store'], { name: 'trials.store' })
}
