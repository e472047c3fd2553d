import type { RouteGroups } from '#core/platform'

const withdrawals = () => import('#plugins/shop-quotes/controllers/withdrawals_controller')

export function withdrawalRoutes({ account }: RouteGroups): void {
  account.get('/orders/:id/withdrawal', [withdrawals, 'create'], { name: 'withdrawals.create' })
  account.post('/orders/:id/withdrawal', [withdrawals, 'store'], { name: 'withdrawals.store' })
}
