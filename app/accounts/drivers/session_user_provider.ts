import { symbols } from '@adonisjs/auth'
import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'
import type { HttpContext } from '@adonisjs/core/http'
import { userOfSession } from '#app/accounts/drivers/database_session_store'
import { User } from '#app/accounts/models/user'

/** Finds the signed-in user without a query of its own: the session's row brought it along. */
export class SessionUserProvider implements SessionUserProviderContract<User> {
  declare [symbols.PROVIDER_REAL_USER]: User

  constructor(private ctx: HttpContext) {}

  async createUserForGuard(user: User): Promise<SessionGuardUser<User>> {
    return { getId: () => user.id, getOriginal: () => user }
  }

  async findById(identifier: string | number | bigint): Promise<SessionGuardUser<User> | null> {
    const carried = userOfSession(this.ctx)
    if (carried?.id === Number(identifier)) return this.createUserForGuard(carried)
    const user = await User.query().where('id', Number(identifier)).whereNull('disabled_at').first()
    return user && this.createUserForGuard(user)
  }
}
