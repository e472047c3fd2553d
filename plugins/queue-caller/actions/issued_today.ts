import { clock, rows, type Trx } from '#core/platform'
import { Location } from '#core/organisation'
import { localDateOf } from '#core/scheduling'
import type { Line } from '#plugins/queue-caller/models/line'

/** How many numbers a line has given out today; no further one until the transaction ends. */
export async function issuedToday(trx: Trx, { id, locationId }: Line): Promise<number> {
  const { zone } = await Location.findOrFail(locationId, { client: trx })
  const [{ issued }] = await rows<{ issued: number }>(
    trx,
    `insert into queue_caller_days (line_id, day, issued, in_a_row) values (?, ?, 0, 0)
     on conflict (line_id, day) do update set issued = queue_caller_days.issued
     returning issued`,
    [id, localDateOf(zone, clock.now())]
  )
  return issued
}
