const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i

/**
 * The policy of every page. There is nothing inline, so no nonce: pages stay cacheable.
 *
 * @param framedBy hosts (`www.example.org`, optionally with a port) whose pages may show this one
 * in a frame; whatever is not a plain host name is left out, since it would open the policy
 */
export function contentSecurityPolicy(framedBy: readonly string[] = []): string {
  const hosts = framedBy.filter((host) => HOST.test(host)).flatMap(sources)
  return `${DIRECTIVES}; frame-ancestors ${hosts.length > 0 ? hosts.join(' ') : "'none'"}`
}

/** A site still served without encryption may frame us too, as long as we are not encrypted. */
const sources = (host: string) => [`https://${host}`, `http://${host}`]
