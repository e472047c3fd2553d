import db from '@adonisjs/lucid/services/db'
import { clock, dialect, hashToken, rows } from '#core/platform'
import { sessionEnd, type SessionLife } from '#app/accounts/domain/session_life'
import { User } from '#app/accounts/models/user'
import { lifeOfSession } from '#app/accounts/queries/life_of_session'
import { lacksTwoFactor } from '#app/accounts/queries/two_factor'
import { rememberLocations } from '#app/accounts/queries/visible_locations'

/** A live session with the user it belongs to and their locations, in one statement. */
export type SessionRow = {
  id: string
  data: string
  signedInAt: number
  lastSeenAt: number
  life: SessionLife
  user: User
}

const LIST = { sqlite: 'json_group_array', postgres: 'json_agg' }
const select = (list: string) => `select s.id as session_id, s.data, s.signed_in_at,
  s.last_seen_at, u.*, (
    select ${list}(location_id) from accounts_user_locations where user_id = u.id
  ) as locations
  from accounts_sessions s join accounts_users u on u.id = s.user_id
  where s.id = ? and s.expires_at > ? and u.disabled_at is null`

/** Null for an unknown or expired session and for a disabled user. */
export async function sessionRow(sessionId: string): Promise<SessionRow | null> {
  const client = db.connection()
  const bindings = [hashToken(sessionId), clock.now()]
  const sql = select(LIST[dialect(client)])
  const [row] = await rows<Record<string, unknown>>(client, sql, bindings)
  if (!row) return null
  const { session_id: id, data, signed_in_at, last_seen_at, locations, ...columns } = row
  const user = User.$createFromAdapterResult(columns) as User
  rememberLocations(user, listed(locations))
  const [signedInAt, lastSeenAt] = [Number(signed_in_at), Number(last_seen_at)]
  const life = await lifeOfSession(user.kind)
  // The end that is stored was reckoned before a plugin with health records was enabled.
  if (sessionEnd(life, signedInAt, lastSeenAt) <= clock.now()) return null
  return { id: String(id), data: String(data), signedInAt, lastSeenAt, life, user }
}

/** SQLite answers a list as JSON text, PostgreSQL reads it, and gives null for an empty one. */
const listed = (ids: unknown): number[] =>
  typeof ids === 'string' ? (JSON.parse(ids) as number[]) : ((ids as number[] | null) ?? [])

/**
 * The user of a live session by the id in its cookie, for sockets that stay open; nobody while a
 * second factor is missing that the role asks for.
 */
export async function sessionUser(sessionId: string): Promise<User | null> {
  const user = (await sessionRow(sessionId))?.user ?? null
  return user && (await lacksTwoFactor(user)) ? null : user
}
