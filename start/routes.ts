import type * as Accounts from '#core/accounts'
import type * as Devices from '#core/devices'
import { mountRoutes, registry, type Guards } from '#core/platform'

/** Once its models may be read, and asked for the way there only once. */
let accounts: typeof Accounts | undefined
const loaded = async () => (accounts ??= await import('#core/accounts'))

let devices: typeof Devices | undefined
const loadedDevices = async () => (devices ??= await import('#core/devices'))

/** Deny by default: an account, staff or device page is reached through its guard alone. */
const guards: Guards = {
  site: async () => {},
  account: async (ctx, route) => (await loaded()).guardAccount(ctx, route),
  staff: async (ctx, route) => (await loaded()).guardStaff(ctx, route.permission!, route),
  device: async (ctx, route) => (await loadedDevices()).guardDevice(ctx, route.kind!),
}

mountRoutes(registry.routes, guards)
