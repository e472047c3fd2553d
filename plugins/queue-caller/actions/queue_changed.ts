import { enqueue } from '#core/jobs'
import { publish } from '#core/live'
import { rows, type Trx } from '#core/platform'
import { BOARD_CHANNEL } from '#plugins/queue-caller/board_channel'
import { CALLS_CHANNEL } from '#plugins/queue-caller/queries/calls_now'

export { BOARD_CHANNEL }

/** The job that lets counters on automatic go on, by its id: it needs the actions itself. */
const KEEP_CALLING = { id: 'queue-caller.keep_calling' }

const AUTOMATIC = `select 1 from queue_caller_sessions s join queue_caller_counters c on c.id = s.counter_id where c.location_id = ? and s.automatic and s.closed_at is null limit 1`

/** Tells every page that shows the queue of a location, and wakes its counters on automatic. */
export async function queueChanged(trx: Trx, locationId: number): Promise<void> {
  await publish(trx, BOARD_CHANNEL, { location: locationId })
  await publish(trx, CALLS_CHANNEL, { location: locationId })
  const isAwaited = (await rows(trx, AUTOMATIC, [locationId])).length > 0
  if (isAwaited) await enqueue(trx, KEEP_CALLING, { locationId }, { dedupeKey: `${locationId}` })
}

/**
 * Has the queue looked at again when somebody becomes due or a grace is over (Q4, Q5). Only a
 * wake-up: who is due is computed from the tickets, so that nothing is lost with a job.
 */
export async function lookAgainAt(trx: Trx, locationId: number, runAt: number): Promise<void> {
  await enqueue(trx, KEEP_CALLING, { locationId }, { runAt, dedupeKey: `${locationId}:${runAt}` })
}
