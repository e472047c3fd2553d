/** Without 0, O, 1, l and I, which people mix up when they copy a password from a screen. */
const SIGNS = '23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'
const GROUPS = 4
const GROUP_LENGTH = 5

/** `k7Qm2-…`: four groups of five signs (over 110 bits) out of at least 20 random bytes. */
export function readablePassword(random: Uint8Array): string {
  const signs = [...random.subarray(0, GROUPS * GROUP_LENGTH)].map(
    (byte) => SIGNS[byte % SIGNS.length]
  )
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    signs.slice(at * GROUP_LENGTH, (at + 1) * GROUP_LENGTH).join('')
  )
  return groups.join('-')
}
