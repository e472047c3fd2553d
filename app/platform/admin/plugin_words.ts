import type { Viewer } from '#core/admin'

/** What people call a plugin. */
export function pluginName(id: string, viewer: Viewer): string {
  return viewer.word(`${id}.plugin.name`, viewer.word(`${id}.admin.title`, id))
}

/** Plugins by name in a sentence, e.g. `Appointments and Helpdesk`. */
export function pluginNames(ids: readonly string[], viewer: Viewer): string {
  return viewer.formats().list(ids.map((id) => pluginName(id, viewer)))
}
