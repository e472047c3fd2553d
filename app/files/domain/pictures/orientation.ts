const EXIF = 'Exif\0\0'
const TIFF = 10
const ORIENTATION = 0x0112

/**
 * Of a camera's notes only which way up the picture is held: without that a phone's photo lies on
 * its side. Null when there is nothing to say; the place, the time and the owner are not kept.
 */
export function onlyOrientation(segment: Buffer): Buffer | null {
  if (segment.toString('latin1', 4, TIFF) !== EXIF || segment.length < TIFF + 10) return null
  const order = segment.toString('latin1', TIFF, TIFF + 2)
  if (order !== 'II' && order !== 'MM') return null
  const read = (at: number, bytes: 2 | 4) =>
    order === 'II' ? segment.readUIntLE(at, bytes) : segment.readUIntBE(at, bytes)
  const list = TIFF + read(TIFF + 4, 4)
  if (list + 2 > segment.length) return null
  const last = Math.min(list + 2 + read(list, 2) * 12, segment.length - 11)
  for (let at = list + 2; at < last; at += 12) {
    if (read(at, 2) === ORIENTATION) return turned(read(at + 8, 2))
  }
  return null
}

/** 1 is upright; 2 to 8 are turned or mirrored. */
function turned(orientation: number): Buffer | null {
  if (orientation < 2 || orientation > 8) return null
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 0x22]),
    Buffer.from(`${EXIF}MM\0*`, 'latin1'),
    Buffer.from([0, 0, 0, 8, 0, 1]),
    entry,
    Buffer.alloc(4),
  ])
}
