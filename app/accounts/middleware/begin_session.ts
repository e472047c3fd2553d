import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { SIGNED_IN_AT } from '#app/accounts/drivers/database_session_store'
import { noteConfirmed } from '#app/accounts/middleware/fresh'
import type { User } from '#app/accounts/models/user'

/** Signs in on this browser under a new session id; what an earlier session held is dropped. */
export async function beginSession(ctx: HttpContext, user: User): Promise<void> {
  ctx.session.clear()
  ctx.session.put(SIGNED_IN_AT, clock.now())
  noteConfirmed(ctx)
  await ctx.auth.use('web').login(user)
}
