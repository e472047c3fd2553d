import env from '#start/env'
import type { Viewer } from '#core/admin'
import { pluginStates, registry, urlFor, type PluginState } from '#core/platform'

/** Everything that the plugins page shows. */
export async function presentPlugins(viewer: Viewer) {
  const states = await pluginStates()
  return {
    title: viewer.t('platform.admin.plugins.title'),
    locked: env.PLUGINS !== undefined,
    plugins: states.map((state) => presentPlugin(state, viewer)),
    setAside: registry.setAside.map(({ id, error }) => ({ id, message: error.message })),
  }
}

function presentPlugin(
  { id, version, enabled, requires, requiredBy }: PluginState,
  viewer: Viewer
) {
  const { icon } = registry.plugins.find((plugin) => plugin.id === id) ?? {}
  const list = (ids: string[]) => viewer.formats().list(ids)
  return {
    id,
    version,
    enabled,
    icon: icon ?? 'plug',
    name: viewer.word(`${id}.plugin.name`, viewer.word(`${id}.admin.title`, id)),
    summary: viewer.word(`${id}.plugin.summary`, ''),
    requires: requires.length > 0 ? list(requires) : null,
    requiredBy: requiredBy.length > 0 ? list(requiredBy) : null,
    action: urlFor('platform.plugins.update', { id }),
  }
}
