import type { Trx } from '#core/platform'
import { channelName } from '#app/live/domain/channel_name'
import { driver, hub } from '#app/live/live'

/**
 * Says that what a channel shows has changed. Inside a transaction nobody hears of it before the
 * commit; then this process's sockets are told at once, those of others within 500 ms. Nothing of
 * the state travels: each process reads it for those who may see it.
 */
export async function publish(
  trx: Trx | null,
  channelId: string,
  params: Record<string, string | number> = {}
): Promise<void> {
  const name = channelName(channelId, params)
  await driver.publish(trx, name)
  if (trx) trx.after('commit', () => hub.changed(name))
  else hub.changed(name)
}
