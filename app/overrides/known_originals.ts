import { readFile, rename, writeFile } from 'node:fs/promises'
import { dataPath, randomId } from '#core/platform'
import { markOf } from '#app/overrides/domain/original_mark'

type Pair = { own: string; original: string }

export type KnownOriginals = {
  /** Whether the shipped text is another one than when the operator's text was first in use. */
  hasChanged(key: string, own: string, original: string): boolean
  /** Remembers what was asked for, and nothing else. */
  keep(): Promise<void>
}

const file = () => dataPath('override-originals.json')

/**
 * What stood in the place of the operator's texts when they were first read: a JSON file has no
 * room for the mark that a view carries. A text that the operator writes anew is held against the
 * original of that day.
 */
export async function knownOriginals(): Promise<KnownOriginals> {
  const before = await readPairs()
  const now: Record<string, Pair> = {}
  return {
    hasChanged(key, own, original) {
      const pair = { own: markOf(own), original: markOf(original) }
      const known = before[key]
      now[key] = known?.own === pair.own ? known : pair
      return now[key].original !== pair.original
    },
    async keep() {
      const text = JSON.stringify(now)
      if (text !== JSON.stringify(before)) await replace(text)
    },
  }
}

/** A reader in another process sees the old file or the new one, never a half. */
async function replace(text: string): Promise<void> {
  const written = `${file()}.${randomId()}`
  await writeFile(written, text, { mode: 0o600 })
  await rename(written, file())
}

async function readPairs(): Promise<Record<string, Pair>> {
  try {
    return JSON.parse(await readFile(file(), 'utf8')) as Record<string, Pair>
  } catch {
    return {}
  }
}
