import { publish } from '#core/live'
import type { Trx } from '#core/platform'
import { RECORDS_CHANNEL } from '#app/admin/record_channels'

/** Tells open lists of a resource with `live` that they show something else now. */
export const listChanged = (trx: Trx | null, list: string): Promise<void> =>
  publish(trx, RECORDS_CHANNEL, { list })

/** The same, and the open pages of a record that was written: they go by its version. */
export async function recordChanged(trx: Trx | null, list: string, id: number): Promise<void> {
  await listChanged(trx, list)
  await publish(trx, RECORDS_CHANNEL, { list, id })
}
