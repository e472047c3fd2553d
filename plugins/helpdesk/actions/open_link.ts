import { clock, hashToken, rows, transaction } from '#core/platform'

const BURN = `
  update helpdesk_links set used_at = ?
  where token_hash = ? and used_at is null and expires_at > ? returning ticket_id`

/** Uses a mailed link up: of all who open it one reads the ticket, whose id this is. */
export async function openLink(token: string): Promise<number | null> {
  const now = clock.now()
  const [used] = await transaction((trx) =>
    rows<{ ticket_id: number }>(trx, BURN, [now, hashToken(token), now])
  )
  return used?.ticket_id ?? null
}
