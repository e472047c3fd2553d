import db from '@adonisjs/lucid/services/db'
import { User } from '#core/accounts'
import { StoredFile } from '#core/files'
import { columnsOf, recordIn, rows, type JoinedRow } from '#core/platform'
import { entryFiles } from '#plugins/shop-quotes/files'
import { Entry } from '#plugins/shop-quotes/models/entry'

/** An entry with what came with it, and the member of staff who wrote it. */
export type ThreadEntry = { entry: Entry; files: StoredFile[]; staff: string | null }

const threadBy = (owner: 'order_id' | 'quote_id') => `
  select ${columnsOf(Entry, StoredFile).join(', ')}, ${User.table}.first_name, ${User.table}.last_name
  from ${Entry.table}
  left join ${StoredFile.table} on ${StoredFile.table}."use" = ?
    and ${StoredFile.table}.record_id = ${Entry.table}.id
  left join ${User.table} on ${Entry.table}.actor_kind = 'staff'
    and ${User.table}.id = ${Entry.table}.actor_id
  where ${Entry.table}.${owner} = ?
  order by ${Entry.table}.id desc, ${StoredFile.table}.id`

const [OF_ORDER, OF_QUOTE] = [threadBy('order_id'), threadBy('quote_id')]

/** What was said and done about an order, newest first, in one statement. */
export const orderThread = (orderId: number): Promise<ThreadEntry[]> => thread(OF_ORDER, orderId)

/** The same about a quote. */
export const quoteThread = (quoteId: number): Promise<ThreadEntry[]> => thread(OF_QUOTE, quoteId)

async function thread(sql: string, id: number): Promise<ThreadEntry[]> {
  const found = await rows<JoinedRow>(db.connection(), sql, [entryFiles.id, id])
  const byEntry = Map.groupBy(found, (row) => Number(row[`${Entry.table}__id`]))
  return [...byEntry.values()].map((own) => ({
    entry: recordIn(Entry, own[0])!,
    files: own.flatMap((row) => fileIn(row) ?? []),
    staff: nameIn(own[0]),
  }))
}

const fileIn = (row: JoinedRow) =>
  row[`${StoredFile.table}__id`] === null ? null : recordIn(StoredFile, row)

const nameIn = ({ first_name: first, last_name: last }: JoinedRow) =>
  first === null ? null : `${String(first)} ${String(last)}`.trim()
