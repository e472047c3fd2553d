import decodeQR from 'qr/decode.js'
import type { QrCode } from '#core/documents'

/** What a camera reads of a code that was drawn. */
export const seenIn = (code: QrCode): string => decodeQR(pictureOf(code))

/** The code as the pixels of a picture, each module four pixels wide. */
function pictureOf({ path, size }: QrCode) {
  const scale = 4
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row++) {
      const start = ((Number(y) * scale + row) * side + Number(x) * scale) * 4
      for (let pixel = 0; pixel < scale; pixel++)
        data.fill(0, start + pixel * 4, start + pixel * 4 + 3)
    }
  }
  return { width: side, height: side, data }
}
