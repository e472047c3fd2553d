import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { clock } from '#app/platform/clock'
import { enabledPluginIds, forgetEnabledPlugins } from '#app/platform/enabled_plugins'
import { E_PLUGINS_LOCKED, E_PLUGIN_UNKNOWN } from '#app/platform/exceptions'
import { migratePlugin } from '#app/platform/migrate'
import { registry } from '#app/platform/registry'
import { retryingBusy } from '#app/platform/transaction'

export type PluginState = {
  id: string
  version: string
  enabled: boolean
  /** Other plugins it needs, and those enabled ones that need it. */
  requires: string[]
  requiredBy: string[]
}

/** Refused with the plugins that must be switched first. */
export type Switched =
  { ok: true } | { ok: false; reason: 'missing_requirement' | 'still_required'; plugins: string[] }

function installed(id: string) {
  const plugin = registry.plugins.find((candidate) => candidate.id === id)
  if (!plugin) throw new E_PLUGIN_UNKNOWN([id])
  if (env.PLUGINS) throw new E_PLUGINS_LOCKED()
  return plugin
}

async function dependants(id: string): Promise<string[]> {
  const enabled = await enabledPluginIds()
  return registry.plugins
    .filter((plugin) => enabled.includes(plugin.id) && plugin.requires?.includes(id))
    .map((plugin) => plugin.id)
}

async function setSwitch(id: string, version: string, enabled: boolean): Promise<void> {
  await retryingBusy(() =>
    db
      .insertQuery()
      .table('platform_plugins')
      .insert({ id, version, enabled, changed_at: clock.now() })
      .onConflict('id')
      .merge(['version', 'enabled', 'changed_at'])
  )
  forgetEnabledPlugins()
}

/**
 * Migrates a plugin and lets it serve: at once here, within 500 ms in other processes.
 * @throws E_PLUGIN_UNKNOWN, E_PLUGINS_LOCKED when the variable PLUGINS decides.
 */
export async function enablePlugin(id: string): Promise<Switched> {
  const plugin = installed(id)
  const enabled = await enabledPluginIds()
  const missing = (plugin.requires ?? []).filter((other) => !enabled.includes(other))
  if (missing.length > 0) return { ok: false, reason: 'missing_requirement', plugins: missing }
  await migratePlugin(id)
  await setSwitch(id, plugin.version ?? '0.0.0', true)
  return { ok: true }
}

/** Rests a plugin without losing anything; refuses while enabled plugins need it. */
export async function disablePlugin(id: string): Promise<Switched> {
  const plugin = installed(id)
  const needing = await dependants(id)
  if (needing.length > 0) return { ok: false, reason: 'still_required', plugins: needing }
  await setSwitch(id, plugin.version ?? '0.0.0', false)
  return { ok: true }
}

/** Every installed plugin with its switch, for the panel and the command line. */
export async function pluginStates(): Promise<PluginState[]> {
  const enabled = await enabledPluginIds()
  return Promise.all(
    registry.plugins.map(async (plugin) => ({
      id: plugin.id,
      version: plugin.version ?? '0.0.0',
      enabled: enabled.includes(plugin.id),
      requires: plugin.requires ?? [],
      requiredBy: await dependants(plugin.id),
    }))
  )
}
