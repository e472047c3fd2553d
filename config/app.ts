import type { IncomingMessage, ServerResponse } from 'node:http'
import { defineConfig } from '@adonisjs/core/http'
import { E_CONFIGURATION } from '#app/platform/exceptions'
import { trustedProxies } from '#app/web/domain/client_address'
import { securityHeaders } from '#app/web/security_headers'
import env from '#start/env'

/** The public address, without a slash at the end; every link in a mail begins with it. */
export const appUrl =
  env.APP_URL ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${env.PORT}`

/** So long a browser keeps a cookie of which nothing else is said. */
export const cookieDays = 180

/** Cookies and HSTS follow the scheme of the public address, not NODE_ENV. */
export const isHttps = appUrl.startsWith('https:')

/** Whose `X-Forwarded-*` headers are believed; nobody's unless the operator says so. */
function proxies() {
  const entries = env.TRUSTED_PROXIES ?? []
  try {
    return trustedProxies(entries)
  } catch {
    throw new E_CONFIGURATION([
      `TRUSTED_PROXIES="${entries.join(',')}" is not a list of addresses. Example: TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8`,
    ])
  }
}

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: false,
  redirect: { forwardQueryString: false },
  trustProxy: proxies(),
  // An address that cannot even be decoded is answered before any middleware runs.
  onBadUrl: (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(400, { 'Content-Type': 'text/plain', ...securityHeaders(isHttps) })
    response.end('Bad Request')
  },
  cookie: { path: '/', maxAge: `${cookieDays}d`, httpOnly: true, secure: isHttps, sameSite: 'lax' },
})
