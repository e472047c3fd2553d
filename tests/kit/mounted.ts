import db from '@adonisjs/lucid/services/db'
import { guardStaff } from '#core/accounts'
import { additionRoutes, adminRoutes, type AnyResource } from '#core/admin'
import {
  allContributions,
  forgetCaches,
  mountRoutes,
  registry,
  type PluginDefinition,
} from '#core/platform'
import { collectRoutes } from '#app/platform/routes'

/**
 * Mounts what a plugin of the tests adds to the panel, when its file is read: the routes are
 * fixed once the server listens. Nobody holds their permissions outside the tests.
 *
 * @param others resources of further test plugins, to which it adds
 */
export function mountPanelOf(plugin: PluginDefinition, others: readonly AnyResource[] = []): void {
  const { id } = plugin
  const installed = allContributions('admin').flatMap(({ value }) => value.resources ?? [])
  const mounts = {
    site: `/${id}`,
    account: `/account/${id}`,
    staff: `/admin/${id}`,
    device: `/device/${id}`,
  }
  const declared = collectRoutes(id, mounts, (groups) => {
    adminRoutes(plugin, '')(groups)
    additionRoutes(plugin, '', [...installed, ...others])(groups)
  })
  mountRoutes(declared, {
    site: async () => {},
    account: async () => {},
    staff: (ctx, { permission }) => guardStaff(ctx, permission!),
    device: async () => {},
  })
}

/** Adds it for one test, switched on; returns what takes it away again. */
export async function withPlugin(plugin: PluginDefinition): Promise<() => void> {
  registry.plugins.push(plugin)
  await db.table('platform_plugins').insert({
    ...{ id: plugin.id, version: '0.0.0', enabled: true, changed_at: 0 },
  })
  forgetCaches()
  return () => void registry.plugins.splice(registry.plugins.indexOf(plugin), 1)
}

/** As somebody does on the plugins page. */
export async function switchPlugin(id: string, enabled: boolean): Promise<void> {
  await db.from('platform_plugins').where({ id }).update({ enabled })
  forgetCaches()
}
