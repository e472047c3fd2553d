const LONGEST = 60
const NUMBERED = /-\d{1,6}$/

/**
 * The next free word of an address: `eye-test` → `eye-test-2`, `eye-test-2` → `eye-test-3`.
 */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const known = new Set(taken)
  const stem = slug.replace(NUMBERED, '')
  for (let number = 2; ; number++) {
    const end = `-${number}`
    const wanted = stem.slice(0, LONGEST - end.length).replace(/-+$/, '') + end
    if (!known.has(wanted)) return wanted
  }
}
