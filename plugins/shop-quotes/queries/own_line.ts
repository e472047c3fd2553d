import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { columnsOf, recordIn, rows, type JoinedRow } from '#core/platform'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import {
  appointedLineIn,
  APPOINTED_COLUMNS,
  WITH_APPOINTMENTS,
  type AppointedLine,
} from '#plugins/shop-quotes/queries/line_appointments'

export type OwnLine = AppointedLine & { order: Order }

/** A line with an appointment, of an order of this account; a foreign one is not there. */
export async function ownLine(userId: number, publicId: string): Promise<OwnLine | null> {
  const sql = `select ${[...APPOINTED_COLUMNS, ...columnsOf(Order)].join(', ')}
    from ${OrderLine.table}
    join ${Order.table} on ${Order.table}.id = ${OrderLine.table}.order_id
    join ${Customer.table} on ${Customer.table}.id = ${Order.table}.customer_id
      and ${Customer.table}.user_id = ?
    ${WITH_APPOINTMENTS}
    where ${OrderLine.table}.public_id = ? and ${OrderLine.table}.bookable_service_id is not null`
  const [row] = await rows<JoinedRow>(db.connection(), sql, [userId, publicId])
  return row ? { ...appointedLineIn(row), order: recordIn(Order, row)! } : null
}
