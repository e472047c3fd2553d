import type { Picture } from '#app/files/domain/picture'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What draws the picture. Texts, times, positions and animation are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP'])

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(SIGNATURE)

/** A PNG of its drawing chunks alone; null when it is cut off or begins with something else. */
export function readPng(bytes: Buffer): Picture | null {
  const parts: Buffer[] = [SIGNATURE]
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (parts.length === 1) !== (type === 'IHDR')) return null
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') {
      const width = bytes.readUInt32BE(16)
      const height = bytes.readUInt32BE(20)
      return { format: 'png', width, height, bytes: Buffer.concat(parts) }
    }
    at = end
  }
  return null
}
