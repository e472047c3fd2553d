import type * as Accounts from '#core/accounts'
import { mountRoutes, registry, type Guards } from '#core/platform'

/** Once its models may be read, and asked for the way there only once. */
let accounts: typeof Accounts | undefined
const loaded = async () => (accounts ??= await import('#core/accounts'))

/** Deny by default: an account or staff page is reached through its guard alone. */
const guards: Guards = {
  site: async () => {},
  account: async (ctx, route) => (await loaded()).guardAccount(ctx, route),
  staff: async (ctx, route) => (await loaded()).guardStaff(ctx, route.permission!, route),
}

mountRoutes(registry.routes, guards)
