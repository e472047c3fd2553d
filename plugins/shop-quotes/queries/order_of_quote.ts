import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

type Found = { id: number; publicId: string; number: string }

const SELECT = `select o.id, o.public_id as "publicId", o.number from shop_quotes_orders o
  join shop_quotes_quote_versions v on v.id = o.quote_version_id where v.quote_id = ?`

/** The order that was made by accepting a quote. */
export async function orderOfQuote(quoteId: number): Promise<Found | null> {
  return (await rows<Found>(db.connection(), SELECT, [quoteId]))[0] ?? null
}
