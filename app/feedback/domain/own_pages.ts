/** The path of an address on our own site, without what follows it; null for any other text. */
export function ownPath(text: string, site: string): string | null {
  if (!text.startsWith('/') && !URL.canParse(text)) return null
  // Two slashes, of either kind, begin the address of another site.
  if (/^[/\\]{2}/.test(text) || !URL.canParse(text, site)) return null
  const { origin, pathname } = new URL(text, site)
  return origin === new URL(site).origin ? pathname : null
}

/**
 * A text with every address of our own site in it cut down by `shown`, e.g. to take the secret out
 * of a mailed link that somebody pastes.
 */
export function withOwnPages(
  text: string,
  { site, shown }: { site: string; shown: (path: string) => string }
): string {
  return text.replace(/\S+/g, (word) => {
    const [, before, address, after] = /^([("'<“„«]*)(.*?)([)"'>”“».,;:!?]*)$/.exec(word)!
    const path = ownPath(address, site)
    return path === null ? word : `${before}${shown(path)}${after}`
  })
}
