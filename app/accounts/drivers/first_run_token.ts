import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder, dataPath, hashToken, secretToken, withLease } from '#core/platform'

const FILE = 'first-run-token.txt'

/** The secret that opens the first-run page: made once, printed at each start, gone after use. */
export function firstRunToken(): Promise<string> {
  return withLease('first-run', async () => {
    const kept = await readToken()
    if (kept) return kept
    const { plain } = secretToken()
    await writeFile(join(dataFolder(), FILE), plain, { mode: 0o600 })
    return plain
  })
}

/** Compares hashes, so that the time it takes tells nothing. */
export async function isFirstRunToken(given: string): Promise<boolean> {
  const kept = await readToken()
  return kept !== null && hashToken(given) === hashToken(kept)
}

export const forgetFirstRunToken = (): Promise<void> => rm(dataPath(FILE), { force: true })

async function readToken(): Promise<string | null> {
  try {
    return (await readFile(dataPath(FILE), 'utf8')).trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
