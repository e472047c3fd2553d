import { buffer } from 'node:stream/consumers'
import { readPicture } from '#app/files/domain/picture'
import { openBytes } from '#app/files/store/disk'

type Size = { width: number; height: number }

const MOST_KEPT = 200
/** What lies on the disk never changes under its name. */
const known = new Map<string, Size>()

/** Pixels of a stored picture; null when its bytes are gone. */
export async function pictureSize(storedAs: string): Promise<Size | null> {
  const kept = known.get(storedAs)
  if (kept) return kept
  const found = await openBytes(storedAs)
  if (!found) return null
  const read = readPicture(await buffer(found.stream), { shortest: 1, longest: 16_384 })
  if (!read.ok) return null
  const { width, height } = read.picture
  if (known.size >= MOST_KEPT) known.clear()
  known.set(storedAs, { width, height })
  return { width, height }
}
