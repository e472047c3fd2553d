import { isIP } from 'node:net'

const LOOPBACK_NAME = 'localhost'

type Handshake = {
  /** What the browser says about the page that opens the socket; a page cannot forge it. */
  origin: string | undefined
  /** Where the browser sent the handshake. */
  host: string | undefined
  publicUrl: string
  /** Whether the operator has said under which address people come (APP_URL). */
  isPublicUrlSet: boolean
}

/**
 * Is it one of our own pages? A stranger's page would come with the visitor's cookie. As long as
 * the operator has set no APP_URL, a page of the plain address that it talks to is ours as well,
 * so that a first try in a local network works; a name is not, since a stranger's can point here.
 */
export function isOwnOrigin({ origin, host, publicUrl, isPublicUrlSet }: Handshake): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false
  if (origin === new URL(publicUrl).origin) return true
  const page = new URL(origin)
  if (isPublicUrlSet || page.origin !== origin || page.host !== host?.toLowerCase()) return false
  return page.hostname === LOOPBACK_NAME || isIP(page.hostname.replace(/^\[|\]$/g, '')) !== 0
}
