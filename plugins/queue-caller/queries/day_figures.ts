import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'

/** What has become of one day at one location so far. */
export type DayFigures = {
  /** Walk-ins, and appointments that are here or were. */
  readonly arrived: number
  readonly served: number
  readonly noShow: number
  readonly left: number
  /** Of those whose serving has begun, in milliseconds; null while there are none. */
  readonly averageWait: number | null
}

type Place = { readonly id: number; readonly day: string }
type Sum = number | string | null
interface FigureRow {
  location_id: number
  day: string
  arrived: Sum
  served: Sum
  no_show: Sum
  left_queue: Sum
  average_wait: Sum
}

const count = (condition: string) => `sum(case when ${condition} then 1 else 0 end)`
const SINCE = `case when starts_at is null then issued_at when checked_in_at > starts_at then checked_in_at else starts_at end`
const WAIT = `case when started_at is null then null when called_at > ${SINCE} then called_at - (${SINCE}) else 0 end`
const SELECT = `select location_id, day, ${count('reservation_id is null or checked_in_at is not null or started_at is not null')} as arrived, ${count(`state = 'served'`)} as served, ${count(`state = 'no_show'`)} as no_show, ${count(`state = 'left' and left_by <> 'reservation'`)} as left_queue, avg(${WAIT}) as average_wait from queue_caller_tickets`

/** Figures of some locations, each of its own day. One statement. */
export async function dayFigures(places: readonly Place[]): Promise<Map<number, DayFigures>> {
  if (places.length === 0) return new Map()
  const days = new Map(places.map(({ id, day }) => [id, day]))
  const each = [...new Set(days.values())]
  const sql = `${SELECT} where location_id in (${marks(places)}) and day in (${marks(each)}) group by location_id, day`
  const found = await rows<FigureRow>(db.connection(), sql, [...days.keys(), ...each])
  const own = found.filter((row) => row.day === days.get(row.location_id))
  return new Map(own.map((row) => [row.location_id, figuresOf(row)]))
}

const figuresOf = (row: FigureRow): DayFigures => ({
  arrived: Number(row.arrived),
  served: Number(row.served),
  noShow: Number(row.no_show),
  left: Number(row.left_queue),
  averageWait: row.average_wait === null ? null : Number(row.average_wait),
})
