import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'

/** The public address, without a slash at the end; every link in a mail begins with it. */
export const appUrl = env.APP_URL ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${env.PORT}`

/** Cookies and HSTS follow the scheme of the public address, not NODE_ENV. */
export const isHttps = appUrl.startsWith('https:')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: false,
  redirect: { forwardQueryString: false },
  trustProxy: () => false,
  cookie: { path: '/', maxAge: '180d', httpOnly: true, secure: isHttps, sameSite: 'lax' },
})
