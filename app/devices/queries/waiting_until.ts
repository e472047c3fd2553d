import db from '@adonisjs/lucid/services/db'

/** Until when the browser with this secret waits for staff; null for one that does not. */
export async function waitingUntil(tokenHash: string): Promise<number | null> {
  const row = await db.from('devices_pairings').where('token_hash', tokenHash).first()
  return row ? Number(row.expires_at) : null
}
