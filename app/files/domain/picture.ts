import { isJpeg, readJpeg } from '#app/organisation/domain/pictures/jpeg'
import { isPng, readPng } from '#app/organisation/domain/pictures/png'
import { isWebp, readWebp } from '#app/organisation/domain/pictures/webp'

export type Picture = {
  format: 'png' | 'jpeg' | 'webp'
  width: number
  height: number
  /** The picture without notes and without anything that follows its end. */
  bytes: Buffer
}

export type PictureRefusal = 'not_a_picture' | 'damaged' | 'too_small' | 'too_big'

const READERS = [
  { fits: isPng, read: readPng },
  { fits: isJpeg, read: readJpeg },
  { fits: isWebp, read: readWebp },
]

/** Pixels of the shorter and the longer side. */
export const SHORTEST_SIDE = 16
export const LONGEST_SIDE = 4000

/**
 * Reads a PNG, JPEG or still WebP by what is in it, whatever its name says, and keeps only what
 * draws it: a page or archive hidden in the same file, and the place where a photo was taken, go.
 */
export function readPicture(
  bytes: Buffer
): { ok: true; picture: Picture } | { ok: false; reason: PictureRefusal } {
  const reader = READERS.find(({ fits }) => fits(bytes))
  if (!reader) return { ok: false, reason: 'not_a_picture' }
  const picture = reader.read(bytes)
  if (!picture) return { ok: false, reason: 'damaged' }
  const sides = [picture.width, picture.height]
  if (Math.min(...sides) < SHORTEST_SIDE) return { ok: false, reason: 'too_small' }
  if (Math.max(...sides) > LONGEST_SIDE) return { ok: false, reason: 'too_big' }
  return { ok: true, picture }
}
