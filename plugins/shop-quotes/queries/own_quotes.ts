import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { marks, recordsFrom, rows } from '#core/platform'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { Wish } from '#plugins/shop-quotes/models/wish'

/** So many fit a page; more is asked for page by page. */
export const OWN_PAGE = 30

type Row = Record<string, unknown>

/** The customer is whoever is signed in, and never told by a request. */
const OWNER = `join ${Customer.table} on ${Customer.table}.id = ${Quote.table}.customer_id
  and ${Customer.table}.user_id = ?`

/** One quote of a signed-in person; a foreign one is not there. */
export async function ownQuote(userId: number, publicId: string): Promise<Quote | null> {
  const sql = `select ${Quote.table}.* from ${Quote.table} ${OWNER}
    where ${Quote.table}.public_id = ?`
  return recordsFrom(Quote, await rows<Row>(db.connection(), sql, [userId, publicId]))[0] ?? null
}

/** S9: a page of a person's quotes, those in which they have the turn first, then the latest. */
export async function ownQuotes(userId: number, page: number) {
  const sql = `select ${Quote.table}.* from ${Quote.table} ${OWNER}
    order by case when ${Quote.table}.state in ('sent', 'needs_info') then 0 else 1 end,
      ${Quote.table}.changed_at desc, ${Quote.table}.id desc limit ? offset ?`
  const wanted = [userId, OWN_PAGE + 1, (page - 1) * OWN_PAGE]
  const found = await rows<Row>(db.connection(), sql, wanted)
  const quotes = recordsFrom(Quote, found.slice(0, OWN_PAGE))
  return { quotes, hasNext: found.length > OWN_PAGE }
}

/** What was requested in each of them, in one statement. */
export async function wishesByQuote(quotes: readonly Quote[]): Promise<Map<number, Wish[]>> {
  if (quotes.length === 0) return new Map()
  const ids = quotes.map(({ id }) => id)
  const sql = `select * from ${Wish.table} where quote_id in (${marks(ids)}) order by position`
  const wishes = recordsFrom(Wish, await rows<Row>(db.connection(), sql, ids))
  return Map.groupBy(wishes, ({ quoteId }) => quoteId)
}
