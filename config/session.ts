import { defineConfig } from '@adonisjs/session'
import { DatabaseSessionStore } from '#app/accounts/drivers/database_session_store'
import { isHttps } from '#config/app'

// Browsers accept the prefix only with HTTPS; it ties the cookie to this host and path.
export const SESSION_COOKIE = isHttps ? '__Host-sportello' : 'sportello'

export default defineConfig({
  cookieName: SESSION_COOKIE,
  clearWithBrowser: true,
  cookie: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' },
  store: 'database',
  stores: {
    database: (ctx, config) => new DatabaseSessionStore(ctx, config.cookieName),
  },
})
