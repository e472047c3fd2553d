import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Values, Week } from '#core/admin'
import type { Trx } from '#core/platform'
import { setUpChanged } from '#plugins/queue-caller/admin/followed'
import type { Line } from '#plugins/queue-caller/models/line'

const FED = 'queue_caller_line_services'

type Work = { trx: Trx }

/** Services whose appointments wait in a line. */
export async function readLineParts({ id }: Line, client: QueryClientContract): Promise<Values> {
  const fed: { service_id: number }[] = await client
    .from(FED)
    .where('line_id', id)
    .orderBy('service_id')
    .select('service_id')
  return { serviceIds: fed.map((row) => row.service_id) }
}

/** A week without any hours is none: the line then follows its location. */
export async function fillLine(line: Line, { hours }: Values): Promise<Values | void> {
  if (hours === undefined) return
  const week = (hours ?? {}) as Week
  line.hours = Object.values(week).some((day) => day.length > 0) ? week : null
  return { hours: line.hours }
}

export async function storeLineParts(line: Line, values: Values, { trx }: Work): Promise<void> {
  const { id, locationId } = line
  await trx.from(FED).where('line_id', id).delete()
  const rows = ((values.serviceIds as number[]) ?? []).map((serviceId) => {
    return { location_id: locationId, service_id: serviceId, line_id: id }
  })
  if (rows.length > 0) await trx.table(FED).multiInsert(rows)
  await setUpChanged(line, trx)
}

/** A line has a row for each day on which its location called somebody, tickets or not. */
export async function removeLineParts(line: Line, { trx }: Work): Promise<void> {
  await trx.from('queue_caller_days').where('line_id', line.id).delete()
  await setUpChanged(line, trx)
}
