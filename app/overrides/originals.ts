import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import app from '@adonisjs/core/services/app'
import { pluginPath, registry } from '#core/platform'

/** Name of the folder in which overrides of the core's own views lie. */
export const CORE = 'core'

/** Where a module or plugin keeps the views that it ships; null for an unknown owner. */
export function shippedViews(owner: string): string | null {
  if (owner === CORE) return app.makePath('resources/views')
  return registry.isPlugin(owner) ? pluginPath(owner, 'views') : null
}

/**
 * `core/web/pages/home.edge` → the file that ships it; null where there is none. The path comes
 * from a listing of plain names or from the command line, so it is held inside the folder.
 */
export async function shippedView(path: string): Promise<{ file: string; text: string } | null> {
  const [owner, ...inside] = path.split('/')
  const folder = shippedViews(owner)
  if (!folder) return null
  const file = join(folder, ...inside)
  if (!file.startsWith(folder + sep) || !file.endsWith('.edge')) return null
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : { file, text }
}

/** `booking::pages/services` or `web/pages/home` as people name a view → `booking/pages/services.edge`. */
export function pathOfView(name: string): string {
  const [disk, inside] = name.includes('::') ? name.split('::', 2) : [CORE, name]
  if (disk === 'ui') return `${CORE}/ui/${inside}.edge`
  return `${disk.replaceAll('_', '-')}/${inside}.edge`.replace(/\.edge\.edge$/, '.edge')
}
