import env from '#start/env'
import type { Viewer } from '#core/admin'
import { pluginStates, registry, urlFor, type PluginState } from '#core/platform'
import { pluginName, pluginNames } from '#app/platform/admin/plugin_words'
import { restingWork } from '#app/platform/admin/resting_work'

/** Everything that the list of plugins shows. */
export async function presentPlugins(viewer: Viewer) {
  const states = await pluginStates()
  return {
    title: viewer.t('platform.admin.plugins.title'),
    locked: env.PLUGINS !== undefined,
    plugins: await Promise.all(states.map((state) => presentPlugin(state, viewer))),
    setAside: registry.setAside.map(({ id, error }) => ({ id, message: error.message })),
  }
}

async function presentPlugin(
  { id, version, enabled, requires, requiredBy }: PluginState,
  viewer: Viewer
) {
  const { icon } = registry.plugins.find((plugin) => plugin.id === id) ?? {}
  const asksFirst = enabled && (requiredBy.length > 0 || (await restingWork(id, viewer)).length > 0)
  return {
    id,
    version,
    enabled,
    asksFirst,
    icon: icon ?? 'plug',
    name: pluginName(id, viewer),
    summary: viewer.word(`${id}.plugin.summary`, ''),
    requires: requires.length > 0 ? pluginNames(requires, viewer) : null,
    requiredBy: requiredBy.length > 0 ? pluginNames(requiredBy, viewer) : null,
    href: urlFor('platform.plugin', { id }),
    action: urlFor('platform.plugins.update', { id }),
  }
}
