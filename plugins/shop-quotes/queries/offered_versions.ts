import db from '@adonisjs/lucid/services/db'
import { columnsOf, recordIn, rows, type JoinedRow } from '#core/platform'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { plainLine, type OfferLine } from '#plugins/shop-quotes/queries/offer_lines'

export type OfferedVersion = { version: QuoteVersion; lines: OfferLine[] }

const SELECT = `select ${columnsOf(QuoteVersion, QuoteLine).join(', ')}
  from ${QuoteVersion.table}
  left join ${QuoteLine.table} on ${QuoteLine.table}.quote_version_id = ${QuoteVersion.table}.id
  where ${QuoteVersion.table}.quote_id = ?`

const IN_TURN = `order by ${QuoteVersion.table}.number, ${QuoteLine.table}.position`

/** Every version of a quote with its lines, the first one first, a draft at the end. */
export async function allVersions(quoteId: number): Promise<OfferedVersion[]> {
  const found = await rows<JoinedRow>(db.connection(), `${SELECT} ${IN_TURN}`, [quoteId])
  const byVersion = Map.groupBy(found, (row) => Number(row[`${QuoteVersion.table}__id`]))
  return [...byVersion.values()].map((own) => ({
    version: recordIn(QuoteVersion, own[0])!,
    lines: own
      .filter((row) => row[`${QuoteLine.table}__id`] !== null)
      .map((row) => plainLine(recordIn(QuoteLine, row)!)),
  }))
}

/** Those that were sent: what customers read. */
export const sentVersions = async (quoteId: number): Promise<OfferedVersion[]> =>
  (await allVersions(quoteId)).filter(({ version }) => version.digest !== null)
