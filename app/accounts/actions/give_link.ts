import { clock, secretToken, type Trx } from '#core/platform'

type Link = { userId: number; purpose: 'password' | 'invitation'; lastsMs: number }

/** A one-use link; only the newest of a kind works: an older one may lie in a mailbox that others read. */
export async function giveLink(trx: Trx, { userId, purpose, lastsMs }: Link) {
  const token = secretToken()
  const now = clock.now()
  const link = { user_id: userId, purpose }
  await trx.from('accounts_tokens').where(link).delete()
  await trx
    .insertQuery()
    .table('accounts_tokens')
    .insert({ ...link, hash: token.hash, created_at: now, expires_at: now + lastsMs })
  return token
}
