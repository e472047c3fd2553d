import { columnsOf, recordIn, rows, type Client, type JoinedRow } from '#core/platform'
import { Reservation } from '#core/scheduling'
import type { LineStanding } from '#plugins/shop-quotes/domain/appointments'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { Withdrawal } from '#plugins/shop-quotes/models/withdrawal'

/** A line of an order with what is known of its appointment. */
export type AppointedLine = {
  line: OrderLine
  reservation: Reservation | null
  isWithdrawn: boolean
  /** Location of the shop's service; null: the whole organisation. */
  placeId: number | null
}

const PLACE = 'place_of_service'

export const APPOINTED_COLUMNS = [
  ...columnsOf(OrderLine, Reservation, Withdrawal),
  `${ShopService.table}.location_id as ${PLACE}`,
]

export const WITH_APPOINTMENTS = `
  left join ${Reservation.table} on ${Reservation.table}.id = ${OrderLine.table}.reservation_id
  left join ${Withdrawal.table} on ${Withdrawal.table}.order_id = ${OrderLine.table}.order_id
  left join ${ShopService.table} on ${ShopService.table}.id = ${OrderLine.table}.service_id`

export function appointedLineIn(row: JoinedRow): AppointedLine {
  const line = recordIn(OrderLine, row)!
  const isKnown = (table: string) => row[`${table}__id`] !== null
  const withdrawal = isKnown(Withdrawal.table) ? recordIn(Withdrawal, row) : null
  return {
    line,
    reservation: isKnown(Reservation.table) ? recordIn(Reservation, row) : null,
    isWithdrawn: withdrawal !== null && withdrawal.lineIds.includes(line.id),
    placeId: row[PLACE] === null ? null : Number(row[PLACE]),
  }
}

/** Lines of one order with which appointments come, or one of them. */
export async function appointedLines(
  client: Client,
  orderId: number,
  lineId?: number
): Promise<AppointedLine[]> {
  const isOne = lineId === undefined ? '' : `and ${OrderLine.table}.id = ?`
  const sql = `select ${APPOINTED_COLUMNS.join(', ')} from ${OrderLine.table} ${WITH_APPOINTMENTS}
    where ${OrderLine.table}.order_id = ? and ${OrderLine.table}.bookable_service_id is not null
    ${isOne} order by ${OrderLine.table}.position`
  const wanted = lineId === undefined ? [orderId] : [orderId, lineId]
  return (await rows<JoinedRow>(client, sql, wanted)).map(appointedLineIn)
}

/** What the rules ask of a line. */
export const standingOf = (
  { state, paymentState }: Order,
  { line, reservation, isWithdrawn }: AppointedLine
): LineStanding => ({
  ...{ state, paymentState, isWithdrawn },
  hasAppointment: line.bookableServiceId !== null,
  isBooked: reservation?.state === 'confirmed',
})
