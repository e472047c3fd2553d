const LONGEST = 2000

/**
 * True for a path of this site. Refused, because browsers read them as other hosts or as header
 * breaks: `//evil.example`, `/\evil.example`, `/%0d%0aSet-Cookie:…`, `https:evil.example`, `/\t/evil.example`.
 */
export function isSafePath(path: unknown): path is string {
  if (typeof path !== 'string' || path.length > LONGEST) return false
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) return false
  return !path.includes('\\') && !/%(?:0[0-9a-f]|1[0-9a-f]|5c|7f)/i.test(path)
}

/** Where somebody wanted to go before they had to sign in or register; null unless it is of this site. */
export const wayBack = (path: unknown): string | null => (isSafePath(path) ? path : null)
