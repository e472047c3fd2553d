import env from '#start/env'
import type { Viewer } from '#core/admin'
import {
  pluginStates,
  registry,
  urlFor,
  waitingMigrations,
  type PluginDefinition,
} from '#core/platform'
import { pluginName, pluginNames } from '#app/platform/admin/plugin_words'
import { restingWork } from '#app/platform/admin/resting_work'
import { whatItBrings } from '#app/platform/admin/what_it_brings'

/** One plugin: what it is, what it brings, on whom it depends, and its switch. */
export async function presentPluginPage(plugin: PluginDefinition, viewer: Viewer) {
  const { id } = plugin
  const state = (await pluginStates()).find((one) => one.id === id)!
  const { enabled, requiredBy } = state
  return {
    title: pluginName(id, viewer),
    summary: viewer.word(`${id}.plugin.summary`, ''),
    enabled,
    locked: env.PLUGINS !== undefined,
    facts: await factsOf(plugin, viewer),
    brings: await whatItBrings(plugin, viewer),
    rests: enabled ? await restingWork(id, viewer) : [],
    keptBy: enabled && requiredBy.length > 0 ? pluginNames(requiredBy, viewer) : null,
    missing: missingFor(plugin, await enabledIds(), viewer),
    action: urlFor('platform.plugins.update', { id }),
    settings: settingsOf(plugin, enabled),
    back: {
      label: viewer.t('platform.admin.plugins.title'),
      href: urlFor('platform.plugins'),
    },
  }
}

const enabledIds = async () =>
  (await pluginStates()).filter(({ enabled }) => enabled).map(({ id }) => id)

const settingsOf = ({ id, settings = [] }: PluginDefinition, enabled: boolean) =>
  enabled && settings.length > 0 ? urlFor('settings.settings', {}, { owner: id }) : null

function missingFor({ requires = [] }: PluginDefinition, enabled: string[], viewer: Viewer) {
  const missing = requires.filter((id) => !enabled.includes(id))
  return missing.length > 0 ? pluginNames(missing, viewer) : null
}

async function factsOf({ id, version, platform, ...plugin }: PluginDefinition, viewer: Viewer) {
  const { t } = viewer
  const names = (ids: readonly string[] = []) => (ids.length > 0 ? pluginNames(ids, viewer) : null)
  const waiting = await waitingMigrations(id)
  const facts: [string, string | null][] = [
    ['version', version ?? null],
    ['platform', platform ?? null],
    ['needs', names(plugin.requires)],
    ['needed_by', names(idsWith('requires', id))],
    ['enhances', names(plugin.enhances)],
    ['enhanced_by', names(idsWith('enhances', id))],
    ['database', t('platform.admin.plugins.migrations', { count: waiting })],
  ]
  return facts
    .filter(([, text]) => text !== null)
    .map(([name, text]) => ({ label: t(`platform.admin.plugins.facts.${name}`), text }))
}

const idsWith = (key: 'requires' | 'enhances', id: string): string[] =>
  registry.plugins.filter((other) => other[key]?.includes(id)).map((other) => other.id)
