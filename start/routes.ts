import { mountRoutes, registry, type Guards } from '#core/platform'

/** Deny by default: an account or staff page is reached through its guard alone. */
const guards: Guards = {
  site: async () => {},
  account: async (ctx) => (await import('#core/accounts')).guardAccount(ctx),
  staff: async (ctx, route) => (await import('#core/accounts')).guardStaff(ctx, route.permission!),
}

mountRoutes(registry.routes, guards)
