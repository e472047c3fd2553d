import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dataFolder, dataPath } from '#core/platform'

/**
 * Where bytes lie: DATA_DIR/files, outside the web root, under random names. `putBytes`,
 * `openBytes`, `removeBytes` and `storedNames` are all that the rest of the module knows.
 */
const ROOT = 'files'
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What is still being written; a name of it never stands in a row. */
const INCOMING = 'incoming'

type Stored = { storedAs: string; bytes: number; sha256: string }

/** Writes bytes to the end and onto the disk; until then nothing stands among the stored ones. */
export async function putBytes(source: Uint8Array | { path: string }): Promise<Stored> {
  const storedAs = randomUUID()
  const incoming = join(dataFolder(ROOT, INCOMING), storedAs)
  const sha256 = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      sha256.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const from = 'path' in source ? createReadStream(source.path) : Readable.from([source])
  try {
    await pipeline(from, counted, createWriteStream(incoming, { mode: 0o600, flush: true }))
    dataFolder(ROOT, folderOf(storedAs))
    await rename(incoming, pathOf(storedAs))
  } catch (error) {
    await rm(incoming, { force: true })
    throw error
  }
  return { storedAs, bytes, sha256: sha256.digest('hex') }
}

/** Bytes as a stream with their number; null when they are gone. */
export async function openBytes(
  storedAs: string
): Promise<{ stream: Readable; bytes: number } | null> {
  const found = await stat(pathOf(storedAs)).catch(() => null)
  return found && { stream: createReadStream(pathOf(storedAs)), bytes: found.size }
}

export async function removeBytes(storedAs: string): Promise<void> {
  await rm(pathOf(storedAs), { force: true })
}

/** Names whose bytes were written before an instant; half-written ones are removed on the way. */
export async function* storedNames(before: number): AsyncGenerator<string> {
  for (const folder of await readdir(dataFolder(ROOT))) {
    for (const name of await readdir(dataPath(ROOT, folder)).catch(() => [])) {
      const path = dataPath(ROOT, folder, name)
      const found = await stat(path).catch(() => null)
      if (!found || found.mtimeMs > before || !NAME.test(name)) continue
      if (folder === INCOMING) await rm(path, { force: true })
      else yield name
    }
  }
}

const folderOf = (storedAs: string) => storedAs.slice(0, 2)

function pathOf(storedAs: string): string {
  if (!NAME.test(storedAs)) throw new Error('Not the name of a stored file')
  return dataPath(ROOT, folderOf(storedAs), storedAs)
}
