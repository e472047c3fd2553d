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
  return {
    id,
    version,
    enabled,
    icon: icon ?? 'plug',
    name: pluginName(id, viewer),
    summary: viewer.word(`${id}.plugin.summary`, ''),
    requires: requires.length > 0 ? pluginNames(requires, viewer) : null,
    requiredBy: requiredBy.length > 0 ? pluginNames(requiredBy, viewer) : null,
    action: urlFor('platform.plugins.update', { id }),
  }
}

function pluginName(id: string, viewer: Viewer): string {
  return viewer.word(`${id}.plugin.name`, viewer.word(`${id}.admin.title`, id))
}

/** Plugins by name in a sentence, e.g. `Appointments and Helpdesk`. */
export function pluginNames(ids: readonly string[], viewer: Viewer): string {
  return viewer.formats().list(ids.map((id) => pluginName(id, viewer)))
}
