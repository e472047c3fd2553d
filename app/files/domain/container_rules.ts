/** An entry of a packed document as its directory announces it. */
export type PackedEntry = { name: string; packed: number; unpacked: number }

const MOST_ENTRIES = 3000
export const MOST_UNPACKED = 100 * 2 ** 20
const MOST_RATIO = 200
/** Small documents may be packed as tightly as they like. */
const HARMLESS = 2 ** 20

/** A path that leaves the folder into which somebody unpacks the document. */
const LEAVES = /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\\|\0/i
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\//i

export type ContainerRefusal = 'packed_too_tightly' | 'macros' | 'damaged'

/**
 * Looks for what a packed document (docx, xlsx, odt, ods) must not be: a bomb, a program, a way
 * out of its folder. Entries that lie over one another announce more than the file holds.
 *
 * @param size bytes of the file itself
 */
export function refuseContainer(
  entries: readonly PackedEntry[],
  size: number
): ContainerRefusal | null {
  if (entries.length === 0 || entries.some(({ name }) => LEAVES.test(name))) return 'damaged'
  if (entries.some(({ name }) => MACROS.test(name))) return 'macros'
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (packed > size) return 'packed_too_tightly'
  const isTight = unpacked > HARMLESS && unpacked > size * MOST_RATIO
  const isTooMuch = entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED
  return isTight || isTooMuch ? 'packed_too_tightly' : null
}
