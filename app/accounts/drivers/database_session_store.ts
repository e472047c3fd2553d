import type { HttpContext } from '@adonisjs/core/http'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { clock, hashToken, randomId, transaction } from '#core/platform'
import { sessionEnd, timeLeft, type SessionTime } from '#app/accounts/domain/session_life'
import { User } from '#app/accounts/models/user'
import { lifeOfSession } from '#app/accounts/queries/life_of_session'
import { sessionRow, type SessionRow } from '#app/accounts/queries/session_row'

/** Key under which the guard `web` keeps the id of the signed-in user. */
export const USER_KEY = 'auth_web'

/** Key of the moment of signing in, from which the longest life of a session counts. */
export const SIGNED_IN_AT = 'accounts_signed_in_at'

const TOUCH_EVERY = 60_000
const LONGEST_DEVICE = 200

const rowsByContext = new WeakMap<HttpContext, SessionRow>()

/** The user whom this request's session has already brought along. */
export const userOfSession = (ctx: HttpContext) => rowsByContext.get(ctx)?.user ?? null

/** How long this session lasts unless it is used, and whether using it makes that longer. */
export function sessionTime(ctx: HttpContext): SessionTime | null {
  const row = rowsByContext.get(ctx)
  return row ? timeLeft(row.life, row, clock.now()) : null
}

/**
 * Sessions of signed-in users in the database, under the hash of their id, so that a stolen
 * copy of the table opens none. Without a user nothing is stored: visitors leave no row.
 */
export class DatabaseSessionStore implements SessionStoreContract {
  #row: SessionRow | null = null

  constructor(
    private ctx: HttpContext | null,
    private cookieName: string
  ) {}

  async read(sessionId: string): Promise<SessionData | null> {
    // Without a cookie the id is one of this moment, which no row can have.
    if (this.ctx && !this.ctx.request.header('cookie')?.includes(this.cookieName)) return null
    this.#row = await sessionRow(sessionId)
    if (!this.#row) return null
    if (this.ctx) rowsByContext.set(this.ctx, this.#row)
    return JSON.parse(this.#row.data)
  }

  async write(sessionId: string, data: SessionData): Promise<void> {
    const userId = data[USER_KEY]
    if (typeof userId !== 'number') return this.destroy(sessionId)
    const now = clock.now()
    const signedInAt = Number(data[SIGNED_IN_AT] ?? now)
    // Asked before the transaction: what is enabled may have to be read from the database.
    const lives = { staff: await lifeOfSession('staff'), customer: await lifeOfSession('customer') }
    await transaction(async (trx) => {
      const user = await User.query({ client: trx }).where('id', userId).firstOrFail()
      const life = lives[user.kind]
      const values = {
        user_id: userId,
        data: JSON.stringify(data),
        last_seen_at: now,
        expires_at: sessionEnd(life, signedInAt, now),
      }
      const device = this.ctx?.request.header('user-agent')?.slice(0, LONGEST_DEVICE) ?? ''
      const id = hashToken(sessionId)
      await trx
        .insertQuery()
        .table('accounts_sessions')
        .insert({ id, public_id: randomId(), device, signed_in_at: signedInAt, ...values })
        .onConflict('id')
        .merge(values)
    })
  }

  async destroy(sessionId: string): Promise<void> {
    await transaction((trx) =>
      trx.from('accounts_sessions').where('id', hashToken(sessionId)).delete()
    )
  }

  /** Moves the idle limit on, at most once a minute. */
  async touch(): Promise<void> {
    const row = this.#row
    const now = clock.now()
    if (!row || now - row.lastSeenAt < TOUCH_EVERY) return
    const expires_at = sessionEnd(row.life, row.signedInAt, now)
    await transaction((trx) =>
      trx.from('accounts_sessions').where('id', row.id).update({ last_seen_at: now, expires_at })
    )
  }
}
