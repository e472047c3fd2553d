import { configProvider } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import encryption from '@adonisjs/core/services/encryption'
import emitter from '@adonisjs/core/services/emitter'
import type { NextFn } from '@adonisjs/core/types/http'
import { Session } from '@adonisjs/session'
// Adds `flash` of validation errors and `toIntended` to responses.
import '@adonisjs/session/session_middleware'
import type { ResolvedSessionConfig, SessionStoreContract } from '@adonisjs/session/types'
import { declaredRoute } from '#core/platform'
import { USER_KEY } from '#app/accounts/drivers/database_session_store'
import { rememberSignatures } from '#app/accounts/remember_signatures'

let resolved: Promise<ResolvedSessionConfig> | null = null

async function resolveConfig(): Promise<ResolvedSessionConfig> {
  const provided = app.config.get('session')
  const config = await configProvider.resolve<ResolvedSessionConfig>(app, provided)
  if (!config) throw new Error('config/session.ts does not use defineConfig')
  rememberSignatures(encryption.getMessageVerifier(), config.cookieName)
  return config
}

/**
 * Every request has a session object, but only that of a signed-in user is kept: a visitor gets
 * no cookie and no row. The cookie is sent again only when the id changes.
 */
export default class SessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    // A page elsewhere that has a browser send this must not speak for whoever is signed in there.
    if (declaredRoute(ctx)?.machine) return next()
    const config = await (resolved ??= resolveConfig())
    const store = config.stores[config.store](ctx, config)
    ctx.session = new Session(config, () => store, emitter, ctx)
    await ctx.session.initiate(false)
    const response = await next()
    await this.#keep(ctx, config, store)
    return response
  }

  async #keep(ctx: HttpContext, config: ResolvedSessionConfig, store: SessionStoreContract) {
    const { session } = ctx
    if (!session.has(USER_KEY)) {
      if (session.fresh) return
      session.clear()
      await session.commit()
      ctx.response.clearCookie(config.cookieName)
      return
    }
    if (isBackground(ctx)) return
    const changed = session.fresh || session.hasBeenModified || session.hasRegeneratedSession
    if (changed || !session.responseFlashMessages.isEmpty) await session.commit()
    else await store.touch(session.sessionId)
  }
}

/**
 * A page that refreshes itself is not a person: a desk left alone is signed out all the same, and
 * what a form says after it was sent is kept for the page that somebody waits for.
 */
const isBackground = ({ request }: HttpContext) => request.header('x-background') === 'yes'
