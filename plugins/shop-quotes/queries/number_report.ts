import db from '@adonisjs/lucid/services/db'
import { lastInSequences } from '#core/numbering'
import { rows } from '#core/platform'
import {
  numberRows,
  type Counted,
  type Gap,
  type NumberRow,
} from '#plugins/shop-quotes/domain/number_gaps'

const KEY = 'shop-quotes.'

/** So many gaps are named; more of them need somebody who looks into the database. */
const MOST = 200

const numbered = (table: string, series: string) =>
  `select '${series}' as series, cast(substr(number, 3, 4) as integer) as year,
    cast(substr(number, 8) as integer) as nth from ${table}`

/** Every number that is there, of all series. */
const NUMBERS = `(${numbered('shop_quotes_orders', 'O')}
  union all ${numbered('shop_quotes_quotes', 'Q')}
  union all select series, year, nth from shop_quotes_documents) as numbers`

const COUNTED = `select series, year, min(nth) as first, max(nth) as last, count(*) as count
  from ${NUMBERS} group by series, year`

const GAPS = `select series, year, before + 1 as "from", nth - 1 as "to" from (
    select series, year, nth, lag(nth, 1, 0) over (partition by series, year order by nth) as before
    from ${NUMBERS}
  ) as neighbours where nth > before + 1 order by series, year, nth limit ${MOST}`

type Plain<Row> = { [Name in keyof Row]: Row[Name] extends number ? number | string : Row[Name] }

/** Every series and year with its first and last number, and what is missing. */
export async function numberReport(): Promise<NumberRow[]> {
  const client = db.connection()
  // Before the rest: what is drawn meanwhile would look as if it were missing.
  const sequences = await lastInSequences(client, KEY)
  const drawn = new Map([...sequences].map(([key, last]) => [key.slice(KEY.length), last]))
  const counted = (await rows<Plain<Counted>>(client, COUNTED)).map((row) => ({
    ...{ series: row.series, year: Number(row.year), count: Number(row.count) },
    ...{ first: Number(row.first), last: Number(row.last) },
  }))
  const gaps: Gap[] = (await rows<Plain<Gap>>(client, GAPS)).map((gap) => ({
    ...{ series: gap.series, year: Number(gap.year) },
    ...{ from: Number(gap.from), to: Number(gap.to) },
  }))
  return numberRows(counted, { gaps, drawn })
}
