import { qrCode } from '#app/documents/domain/qr_code'
import type { Sheet } from '#app/documents/pdf/sheet'

/** Draws the QR code of a text as a square of this side. */
export function drawCode(
  sheet: Sheet,
  { text, words }: { text: string; words: string },
  { x, y, side }: { x: number; y: number; side: number }
): void {
  const { path, size } = qrCode(text)
  sheet.figure(words, [x, y, side, side], () => {
    const { pdf } = sheet
    pdf
      .save()
      .translate(x, y)
      .scale(side / size)
      .path(path)
      .fill('#000000')
      .restore()
  })
}
