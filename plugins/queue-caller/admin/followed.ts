import type { Values } from '#core/admin'
import { enqueue } from '#core/jobs'
import type { Trx } from '#core/platform'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { TendQueues } from '#plugins/queue-caller/jobs/tend_queues'

type Placed = { locationId: number }
type Work = { trx: Trx }

/** The queue of a location takes notice of how it is set up now, its appointments included. */
export async function setUpChanged({ locationId }: Placed, trx: Trx): Promise<void> {
  await queueChanged(trx, locationId)
  await enqueue(trx, TendQueues, {}, { dedupeKey: 'set_up' })
}

/** Parts of a form whose records belong to a queue and have nothing in other tables. */
export const followed = {
  store: (record: Placed, _: Values, { trx }: Work) => setUpChanged(record, trx),
  removed: (record: Placed, { trx }: Work) => setUpChanged(record, trx),
}
