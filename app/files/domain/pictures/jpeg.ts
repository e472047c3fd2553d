import type { Picture } from '#app/files/domain/picture'
import { onlyOrientation } from '#app/files/domain/pictures/orientation'

const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe
/** JFIF, colour profile and Adobe's colour transform are needed to draw; EXIF and others are not. */
const KEPT_APPLICATION = new Set([0xe0, 0xe2, 0xee])

export const isJpeg = (bytes: Buffer): boolean =>
  bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** Frame headers, which carry the size; C4, C8 and CC are tables in between. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const isDropped = (marker: number) =>
  marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !KEPT_APPLICATION.has(marker))

/** Where the coded picture that begins at `at` gives way to the next marker. */
function endOfScan(bytes: Buffer, at: number): number {
  for (let end = bytes.indexOf(0xff, at); end !== -1; end = bytes.indexOf(0xff, end + 1)) {
    const next = bytes[end + 1]
    const isData = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return end
  }
  return bytes.length
}

/** A JPEG without comments and without what a camera notes, such as the place; null when damaged. */
export function readJpeg(bytes: Buffer): Picture | null {
  const parts = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]
    let end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return null
    if (isFrame(marker) && end >= at + 9) {
      size ??= { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    if (marker === SCAN) end = endOfScan(bytes, end)
    const segment = bytes.subarray(at, end)
    const kept = isDropped(marker) ? onlyOrientation(segment) : segment
    if (kept) parts.push(kept)
    if (size && bytes[end] === 0xff && bytes[end + 1] === END) {
      parts.push(bytes.subarray(end, end + 2))
      return { format: 'jpeg', ...size, bytes: Buffer.concat(parts) }
    }
    at = end
  }
  return null
}
