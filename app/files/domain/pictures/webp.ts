import type { Picture } from '#app/files/domain/picture'

/** What draws a still picture; EXIF and XMP are left out, and animations are refused. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
const ANIMATED = 0x02
const EXIF_AND_XMP = 0x0c

const word = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4)

export const isWebp = (bytes: Buffer): boolean =>
  bytes.length >= 20 && word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WEBP'

/** A WebP of its drawing chunks alone; null when it is cut off or moves. */
export function readWebp(bytes: Buffer): Picture | null {
  const parts: Buffer[] = []
  let size: { width: number; height: number } | null = null
  const last = bytes.readUInt32LE(4) + 8
  if (last > bytes.length) return null
  for (let at = 12; at + 8 <= last;) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (end > last) return null
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (word(chunk, 0) === 'VP8X') {
      if (chunk[8] & ANIMATED) return null
      chunk[8] &= ~EXIF_AND_XMP
    }
    size ??= sizeIn(chunk)
    if (KEPT.has(word(chunk, 0))) parts.push(chunk)
    at = end
  }
  return size && { format: 'webp', ...size, bytes: wrapped(parts) }
}

function wrapped(parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.from('RIFF0000WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function sizeIn(chunk: Buffer): { width: number; height: number } | null {
  const kind = word(chunk, 0)
  if (kind === 'VP8X' && chunk.length >= 18) {
    return { width: chunk.readUIntLE(12, 3) + 1, height: chunk.readUIntLE(15, 3) + 1 }
  }
  if (kind === 'VP8L' && chunk.length >= 13) {
    const bits = chunk.readUInt32LE(9)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind === 'VP8 ' && chunk.length >= 18) {
    return { width: chunk.readUInt16LE(14) & 0x3fff, height: chunk.readUInt16LE(16) & 0x3fff }
  }
  return null
}
