import type { Viewer } from '#core/admin'
import { routeTable, type PluginDefinition } from '#core/platform'
import { pluginTables } from '#app/platform/admin/plugin_tables'

type Part = { label: string; items: string[] }

/** What enabling a plugin adds, read from its declarations; parts without anything are left out. */
export async function whatItBrings(plugin: PluginDefinition, viewer: Viewer): Promise<Part[]> {
  const parts: [string, string[]][] = [
    ['home', (plugin.home ?? []).map(({ title }) => viewer.t(title))],
    ['pages', publicPages(plugin.id)],
    ['menu', menuWords(plugin, viewer)],
    ['additions', additionWords(plugin, viewer)],
    ['permissions', idsOf(plugin.permissions).map((id) => wordOf(id, 'permissions', viewer))],
    ['settings', (plugin.settings ?? []).map(({ key }) => settingWord(key, viewer))],
    ['mails', idsOf(plugin.mails).map((id) => wordOf(id, 'mails', viewer, '.name'))],
    ['jobs', workOf(plugin).map((id) => wordOf(id, 'jobs', viewer))],
    ['channels', idsOf(plugin.channels)],
    ['tables', await pluginTables(plugin.id)],
  ]
  return parts
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => ({ label: viewer.t(`platform.admin.plugins.brings.${name}`), items }))
}

const idsOf = (list: readonly { id: string }[] = []) => list.map(({ id }) => id)

/** A schedule is mostly called as its job. */
const workOf = ({ jobs, schedules }: PluginDefinition) => [
  ...new Set([...idsOf(jobs), ...idsOf(schedules)]),
]

/** Addresses that anybody may open; those of one record begin with the same words. */
function publicPages(id: string): string[] {
  return routeTable()
    .filter(({ owner, area, method }) => owner === id && area === 'site' && method === 'GET')
    .map(({ pattern }) => pattern)
}

function menuWords({ id, admin }: PluginDefinition, viewer: Viewer): string[] {
  const title = (whole: string) => viewer.word(`${id}.admin.${nameIn(whole)}.title`, whole)
  return [
    ...(admin?.pages ?? []).filter(({ menu }) => menu !== false).map((page) => title(page.id)),
    ...(admin?.resources ?? []).filter(({ menu }) => menu).map((resource) => title(resource.id)),
    ...(admin?.menu ?? []).map((entry) => viewer.t(entry.title)),
  ]
}

/** Of which other records it adds to the pages. */
function additionWords({ admin }: PluginDefinition, viewer: Viewer): string[] {
  const resources = new Set((admin?.additions ?? []).map(({ to }) => to))
  return [...resources].map((id) => wordOf(id, 'admin', viewer, '.title'))
}

const nameIn = (id: string) => id.split('.').slice(1).join('.')

function wordOf(id: string, kind: string, viewer: Viewer, part = ''): string {
  return viewer.word(`${id.split('.')[0]}.${kind}.${nameIn(id)}${part}`, id)
}

const settingWord = (key: string, viewer: Viewer) => wordOf(key, 'settings', viewer, '.label')
