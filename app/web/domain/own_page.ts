import { isIP } from 'node:net'

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Host name of a `Host` header, without the port: `[::1]:3333` → `[::1]`. */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '')
}

/**
 * Is this a name under which we are meant to be reached? A page of a stranger that makes its own
 * name point at our address (DNS rebinding, poisoned links) arrives here with that name.
 *
 * @param publicUrl what the operator set as APP_URL; without it any plain address is accepted too,
 * so that a first try in a local network works
 */
export function isKnownHost(host: string | null, publicUrl: string | undefined): boolean {
  if (!host || !/^[\w.:[\]-]+$/.test(host)) return false
  const name = hostName(host)
  if (LOOPBACK_NAMES.has(name)) return true
  if (publicUrl) return name === new URL(publicUrl).hostname
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

export type FormHeaders = {
  /** `Sec-Fetch-Site`, which pages cannot forge. */
  readonly site: string | undefined
  readonly origin: string | undefined
  /** Host under which this request reached us, already known to be ours. */
  readonly host: string
  readonly publicUrl: string
}

/**
 * Was this form sent by one of our own pages? `none` is the person at the browser itself (a
 * restored tab). Old browsers send an Origin only; a request with neither comes from no page.
 */
export function isFromOwnPage(headers: FormHeaders): boolean {
  if (headers.site !== undefined) return headers.site === 'same-origin' || headers.site === 'none'
  const { origin } = headers
  if (origin === undefined || !URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  return origin === new URL(headers.publicUrl).origin || host === headers.host.toLowerCase()
}
