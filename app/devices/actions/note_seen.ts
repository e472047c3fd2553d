import { clock, transaction } from '#core/platform'

const EVERY = 60_000

/** Notes that these devices are there, each at most once a minute. */
export async function noteSeen(
  devices: readonly { id: number; lastSeenAt: number }[]
): Promise<void> {
  const now = clock.now()
  const due = devices.filter(({ lastSeenAt }) => now - lastSeenAt >= EVERY).map(({ id }) => id)
  if (due.length === 0) return
  await transaction((trx) =>
    trx
      .from('devices_devices')
      .whereIn('id', due)
      .where('last_seen_at', '<', now)
      .update({ last_seen_at: now })
  )
}
