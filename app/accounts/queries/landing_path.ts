import { routeTable, urlFor } from '#core/platform'
import type { User } from '#app/accounts/models/user'

/** Where a person begins after signing in: staff in the panel, customers in their account. */
export function landingPath(user: User): string {
  const panel = routeTable().find(({ method, pattern }) => method === 'GET' && pattern === '/admin')
  return user.isStaff && panel ? urlFor(panel.name) : urlFor('accounts.account.show')
}
