import { mountRoutes, registry, type Guards } from '#core/platform'

/** Deny by default: an account or staff page is reached through its guard alone. */
const guards: Guards = {
  site: async () => {},
  account: async (ctx, route) => (await import('#core/accounts')).guardAccount(ctx, route),
  staff: async (ctx, route) => {
    const { guardStaff } = await import('#core/accounts')
    return guardStaff(ctx, route.permission!, route)
  },
}

mountRoutes(registry.routes, guards)
