import { isJpeg, readJpeg } from '#app/files/domain/pictures/jpeg'
import { isPng, readPng } from '#app/files/domain/pictures/png'
import { isWebp, readWebp } from '#app/files/domain/pictures/webp'

export type Picture = {
  format: 'png' | 'jpeg' | 'webp'
  width: number
  height: number
  /** The picture without notes and without anything that follows its end. */
  bytes: Buffer
}

export type PictureRefusal = 'not_a_picture' | 'damaged' | 'too_small' | 'too_big'

/** Pixels of the shorter and the longer side, and of the whole. */
export type PictureLimits = { shortest: number; longest: number; area?: number }

const READERS = [
  { fits: isPng, read: readPng },
  { fits: isJpeg, read: readJpeg },
  { fits: isWebp, read: readWebp },
]

/**
 * Reads a PNG, JPEG or still WebP by what is in it, whatever its name says, and keeps only what
 * draws it: a page or archive hidden in the same file, and the place where a photo was taken, go.
 */
export function readPicture(
  bytes: Buffer,
  { shortest, longest, area = longest * longest }: PictureLimits
): { ok: true; picture: Picture } | { ok: false; reason: PictureRefusal } {
  const reader = READERS.find(({ fits }) => fits(bytes))
  if (!reader) return { ok: false, reason: 'not_a_picture' }
  const picture = reader.read(bytes)
  if (!picture) return { ok: false, reason: 'damaged' }
  const { width, height } = picture
  if (Math.min(width, height) < shortest) return { ok: false, reason: 'too_small' }
  const isTooBig = Math.max(width, height) > longest || width * height > area
  return isTooBig ? { ok: false, reason: 'too_big' } : { ok: true, picture }
}
