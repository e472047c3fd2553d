import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { FormVersion, type FormField } from '#core/forms'
import { StoredFile } from '#core/files'
import { columnsOf, marks, recordIn, recordsFrom, rows, type JoinedRow } from '#core/platform'
import type { OrderState } from '#plugins/shop-quotes/domain/order_states'
import { Document } from '#plugins/shop-quotes/models/document'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import {
  appointedLineIn,
  APPOINTED_COLUMNS,
  WITH_APPOINTMENTS,
  type AppointedLine,
} from '#plugins/shop-quotes/queries/line_appointments'

/** So many fit a page; more is asked for page by page. */
export const OWN_PAGE = 30

/** The customer is whoever is signed in, and never told by a request. */
const OWNER = `join ${Customer.table} on ${Customer.table}.id = ${Order.table}.customer_id
  and ${Customer.table}.user_id = ?`

export type OwnOrder = { order: Order; names: OrderLine['name'][] }

/** S12: a page of a person's orders, the latest first, and whether there are more. */
export async function ownOrders(userId: number, page: number) {
  const sql = `select ${Order.table}.* from ${Order.table} ${OWNER}
    order by ${Order.table}.id desc limit ? offset ?`
  const wanted = [userId, OWN_PAGE + 1, (page - 1) * OWN_PAGE]
  const found = await rows<JoinedRow>(db.connection(), sql, wanted)
  const orders = recordsFrom(Order, found.slice(0, OWN_PAGE))
  const lines = await linesOfOrders(orders.map(({ id }) => id))
  const named = orders.map((order) => ({
    order,
    names: lines.filter(({ orderId }) => orderId === order.id).map(({ name }) => name),
  }))
  return { orders: named, hasNext: found.length > OWN_PAGE }
}

/** Those in one of these states, for what is still open. */
export async function ownOrdersIn(userId: number, states: readonly OrderState[]): Promise<Order[]> {
  const sql = `select ${Order.table}.* from ${Order.table} ${OWNER}
    where ${Order.table}.state in (${marks(states)}) order by ${Order.table}.id desc limit ?`
  const wanted = [userId, ...states, OWN_PAGE]
  return recordsFrom(Order, await rows<JoinedRow>(db.connection(), sql, wanted))
}

async function linesOfOrders(ids: readonly number[]): Promise<OrderLine[]> {
  if (ids.length === 0) return []
  const sql = `select * from ${OrderLine.table} where order_id in (${marks(ids)}) order by position`
  return recordsFrom(OrderLine, await rows<JoinedRow>(db.connection(), sql, ids))
}

export type BoughtLine = AppointedLine & { form: FilledForm | null; fields: FormField[] }

/** What was bought, with what was answered and the appointment that comes with it. */
export async function boughtLines(orderId: number): Promise<BoughtLine[]> {
  const sql = `select ${[...APPOINTED_COLUMNS, ...columnsOf(FilledForm, FormVersion)].join(', ')}
    from ${OrderLine.table} ${WITH_APPOINTMENTS}
    left join ${FilledForm.table} on ${FilledForm.table}.id = ${OrderLine.table}.filled_form_id
    left join ${FormVersion.table} on ${FormVersion.table}.id = ${FilledForm.table}.form_version_id
    where ${OrderLine.table}.order_id = ? order by ${OrderLine.table}.position`
  const found = await rows<JoinedRow>(db.connection(), sql, [orderId])
  return found.map((row) => {
    const isAsked = row[`${FilledForm.table}__id`] !== null
    return {
      ...appointedLineIn(row),
      form: isAsked ? recordIn(FilledForm, row)! : null,
      fields: isAsked ? recordIn(FormVersion, row)!.fields : [],
    }
  })
}

export type ToldEntry = { entry: Entry; files: StoredFile[] }

/** Use of the files that come with words. */
const ENTRY_FILES = 'shop-quotes.entry'
/** What staff say among themselves, and who of them looks after it, is nothing for customers. */
const AMONG_STAFF = ['noted', 'changed']

/** What the customer reads of an order, the latest first, with what came along. */
export async function toldEntries(orderId: number): Promise<ToldEntry[]> {
  const sql = `select ${columnsOf(Entry, StoredFile).join(', ')} from ${Entry.table}
    left join ${StoredFile.table} on ${StoredFile.table}."use" = ?
      and ${StoredFile.table}.record_id = ${Entry.table}.id
    where ${Entry.table}.order_id = ? and ${Entry.table}.deed not in (${marks(AMONG_STAFF)})
    order by ${Entry.table}.id desc, ${StoredFile.table}.id`
  const found = await rows<JoinedRow>(db.connection(), sql, [ENTRY_FILES, orderId, ...AMONG_STAFF])
  const byEntry = Map.groupBy(found, (row) => Number(row[`${Entry.table}__id`]))
  return [...byEntry.values()].map((own) => ({
    entry: recordIn(Entry, own[0])!,
    files: own.flatMap((row) =>
      row[`${StoredFile.table}__id`] === null ? [] : recordIn(StoredFile, row)!
    ),
  }))
}

/** Receipts and credit notes of an order, the first first. */
export async function papersOf(orderId: number): Promise<Document[]> {
  const sql = `select * from ${Document.table} where order_id = ? order by id`
  return recordsFrom(Document, await rows<JoinedRow>(db.connection(), sql, [orderId]))
}
