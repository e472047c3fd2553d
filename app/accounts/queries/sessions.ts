import db from '@adonisjs/lucid/services/db'
import { clock, transaction, type Trx } from '#core/platform'

export type OwnSession = {
  /** Hash of the session's id. */
  id: string
  publicId: string
  device: string
  signedInAt: number
  lastSeenAt: number
}

/** Live sessions of a user, the latest used first. */
export async function sessionsOf(userId: number): Promise<OwnSession[]> {
  const rows = await db
    .from('accounts_sessions')
    .where('user_id', userId)
    .where('expires_at', '>', clock.now())
    .orderBy('last_seen_at', 'desc')
  return rows.map((row) => ({
    id: row.id,
    publicId: row.public_id,
    device: row.device,
    signedInAt: Number(row.signed_in_at),
    lastSeenAt: Number(row.last_seen_at),
  }))
}

/** Ends every session of a user; their next request finds them signed out. */
export async function endSessionsOf(trx: Trx, userId: number): Promise<void> {
  await trx.from('accounts_sessions').where('user_id', userId).delete()
}

/** Ends every session of a user but one. @param id hash of the id of the one that stays */
export async function endOtherSessions(userId: number, id: string): Promise<void> {
  await transaction((trx) =>
    trx.from('accounts_sessions').where('user_id', userId).whereNot('id', id).delete()
  )
}

/** Ends one session of a user; false when it is not theirs or already over. */
export async function endSession(userId: number, publicId: string): Promise<boolean> {
  const ended = await transaction((trx) =>
    trx.from('accounts_sessions').where('user_id', userId).where('public_id', publicId).delete()
  )
  return Number(ended) > 0
}
