import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const PLUGINS_FOLDER = fileURLToPath(new URL('../../plugins/', import.meta.url))

/** Ids (folder names) of every plugin in `plugins/`, enabled or not, in alphabetical order. */
export function installedPluginIds(): string[] {
  if (!existsSync(PLUGINS_FOLDER)) return []
  return readdirSync(PLUGINS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasPluginFile(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** Absolute path inside a plugin's folder. */
export function pluginPath(id: string, ...segments: string[]): string {
  return join(PLUGINS_FOLDER, id, ...segments)
}

function hasPluginFile(id: string): boolean {
  return ['ts', 'js'].some((extension) => existsSync(pluginPath(id, `plugin.${extension}`)))
}
