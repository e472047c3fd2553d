import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath } from '#core/platform'

export type OverrideFile = { path: string; mtimeMs: number; size: number }

const LARGEST = 256 * 1024
const MOST_FILES = 2000
const NAME = /^[a-z0-9][a-z0-9_.-]*$/i

export const overridesFolder = (...segments: string[]): string => dataPath('overrides', ...segments)

/**
 * Plain files with plain names below a folder of the overrides. Links are not followed and names
 * with a slash, a leading dot or `..` do not exist here, so nothing outside can be reached.
 *
 * @param path relative to the folder, with slashes
 */
export async function filesBelow(folder: string, extension: string): Promise<OverrideFile[]> {
  const found: OverrideFile[] = []
  const visit = async (inside: string): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = inside ? `${inside}/${entry.name}` : entry.name
      if (!NAME.test(entry.name) || found.length >= MOST_FILES) continue
      if (entry.isDirectory()) await visit(path)
      else if (entry.isFile() && path.endsWith(extension)) await note(path)
    }
  }
  const note = async (path: string) => {
    const stats = await lstat(join(folder, path)).catch(() => null)
    if (stats) found.push({ path, mtimeMs: stats.mtimeMs, size: stats.size })
  }
  await visit('')
  return found.sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** The text of an override; null when it is larger than any view or catalogue of ours. */
export async function readOverride(folder: string, file: OverrideFile): Promise<string | null> {
  return file.size > LARGEST ? null : readFile(join(folder, file.path), 'utf8')
}

/** Tells whether anything changed since the last look, without reading a file. */
export const fingerprint = (files: readonly OverrideFile[]): string =>
  files.map(({ path, mtimeMs, size }) => `${path} ${mtimeMs} ${size}`).join('\n')
