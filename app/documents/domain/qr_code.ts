import encodeQR from 'qr'

/** A QR code as one SVG path in a square of `size` units, quiet zone included. */
export type QrCode = { path: string; size: number }

/** Draws a text, mostly an address, as a QR code; 15 % of it may be damaged. */
export function qrCode(text: string): QrCode {
  const rows = encodeQR(text, 'raw')
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))
  )
  return { path: dark.join(''), size: rows.length }
}
