import { defineConfig } from '@adonisjs/auth'
import { SessionGuard } from '@adonisjs/auth/session'
import type { InferAuthenticators, InferAuthEvents, Authenticators } from '@adonisjs/auth/types'
import type { HttpContext } from '@adonisjs/core/http'
import type { ApplicationService } from '@adonisjs/core/types'
import { SessionUserProvider } from '#app/accounts/drivers/session_user_provider'

/** The session guard with a provider that knows the request, and so the user of its session. */
const web = {
  async resolver(name: string, app: ApplicationService) {
    const emitter = await app.container.make('emitter')
    return (ctx: HttpContext) =>
      new SessionGuard<false, SessionUserProvider>(
        name,
        ctx,
        { useRememberMeTokens: false },
        emitter as never,
        new SessionUserProvider(ctx)
      )
  },
}

const authConfig = defineConfig({ default: 'web', guards: { web } })

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
