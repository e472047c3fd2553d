/** Whether Intl knows the zone: `Europe/Rome` yes, `Rome` or `+01:00` no. */
export function isZone(text: string): boolean {
  if (!/^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$|^UTC$/.test(text)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A colour as `#rrggbb`. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

/** The word of a place in links: `stuttgart-mitte`. */
export function isSlug(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/**
 * A host that may frame our pages, with a port if need be: `www.example.org`, `localhost:8080`.
 * No scheme, path or wildcard: the text goes into the `frame-ancestors` of a header.
 */
export function isEmbedHost(text: string): boolean {
  return (
    text.length <= 253 &&
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/.test(text)
  )
}

/** A picture in the organisation's folder: a plain name, so that it cannot lead out of it. */
export function isLogoFile(text: string): boolean {
  return /^[a-z0-9][a-z0-9_-]*\.(png|jpe?g|webp|svg)$/i.test(text)
}
