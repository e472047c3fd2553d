import db from '@adonisjs/lucid/services/db'
import type { Days, Viewer } from '#core/admin'
import { marks, rows } from '#core/platform'
import { dayBounds } from '#core/scheduling'
import type { Counted } from '#plugins/shop-quotes/domain/figures'

/** Every offset from UTC is a multiple of it, so no local day begins within one. */
const QUARTER = 900_000

const NOTHING = '0 as service_id, 0 as rate_bp, 0 as quarter'

/** Each with `[from, to)` in its place of the two marks; `$orders`, `$quotes`: what may be seen. */
const KINDS = {
  sold: `select 'sold' as what, l.service_id, l.rate_bp, o.paid_at / ${QUARTER} as quarter,
      count(*) as count, sum(l.net_minor) as total, sum(l.tax_minor) as further
    from shop_quotes_order_lines l join shop_quotes_orders o on o.id = l.order_id
    where o.paid_at >= ? and o.paid_at < ? and $orders
    group by l.service_id, l.rate_bp, o.paid_at / ${QUARTER}`,
  orders: `select 'orders' as what, ${NOTHING}, count(*) as count, 0 as total, 0 as further
    from shop_quotes_orders o where o.paid_at >= ? and o.paid_at < ? and $orders`,
  repaid: `select 'repaid' as what, ${NOTHING}, count(*) as count, sum(r.amount_minor) as total, 0 as further
    from shop_quotes_refunds r join shop_quotes_orders o on o.id = r.order_id
    where r.made_at >= ? and r.made_at < ? and r.state = 'made' and $orders`,
  requested: `select 'requested' as what, ${NOTHING}, count(*) as count, 0 as total, 0 as further
    from shop_quotes_quotes q where q.created_at >= ? and q.created_at < ? and $quotes`,
  requested_of: `select 'requested_of' as what, w.service_id, 0 as rate_bp, 0 as quarter,
      count(distinct q.id) as count, 0 as total, 0 as further
    from shop_quotes_wishes w join shop_quotes_quotes q on q.id = w.quote_id
    where q.created_at >= ? and q.created_at < ? and $quotes group by w.service_id`,
  sent: `select 'sent' as what, ${NOTHING}, count(*) as count,
      sum(q.sent_at - q.created_at) as total, 0 as further
    from shop_quotes_quotes q where q.sent_at >= ? and q.sent_at < ? and $quotes`,
  decided: `select q.state as what, ${NOTHING}, count(*) as count, 0 as total, 0 as further
    from shop_quotes_quotes q where q.ended_at >= ? and q.ended_at < ? and $quotes
      and q.state in ('accepted', 'rejected', 'expired') group by q.state`,
}

type CountedRow = {
  period: number
  what: string
  service_id: number | null
  rate_bp: number
  quarter: number | string
  count: number | string
  total: number | string | null
  further: number | string
}

export type Place = Pick<Viewer, 'zone' | 'locationIds'> & { currency: string }
type Bound = { sql: string; bindings: (string | number)[] }

/** What happened in some ranges of days, in the order of the ranges; one statement. */
export async function countedIn(ranges: readonly Days[], place: Place): Promise<Counted[]> {
  const parts = ranges.flatMap(({ from, to }, period) =>
    Object.values(KINDS).map((sql) => {
      const bounds = [dayBounds(place.zone, from).from, dayBounds(place.zone, to).to]
      return seen({ sql: sql.replace('select ', `select ${period} as period, `), bounds }, place)
    })
  )
  const found = await rows<CountedRow>(
    db.connection(),
    parts.map(({ sql }) => sql).join(' union all '),
    parts.flatMap(({ bindings }) => bindings)
  )
  return ranges.map((_, period) => countedOf(found.filter((row) => row.period === period)))
}

/** Staff of some locations count what belongs to these and to the whole organisation. */
function seen(
  { sql, bounds }: { sql: string; bounds: number[] },
  { locationIds, currency }: Place
): Bound {
  const within = (table: string) =>
    locationIds
      ? `(${table}.location_id is null or ${table}.location_id in (${marks(locationIds)}))`
      : '1 = 1'
  const isOrders = sql.includes('$orders')
  return {
    sql: sql
      .replace('$orders', `o.currency = ? and ${within('o')}`)
      .replace('$quotes', within('q')),
    bindings: [...bounds, ...(isOrders ? [currency] : []), ...(locationIds ?? [])],
  }
}

function countedOf(found: readonly CountedRow[]): Counted {
  const all = (what: string) => found.filter((row) => row.what === what)
  const count = (...whats: string[]) =>
    whats.flatMap(all).reduce((sum, row) => sum + Number(row.count), 0)
  const total = (what: string) => all(what).reduce((sum, row) => sum + Number(row.total ?? 0), 0)
  return {
    sold: all('sold').map((row) => ({
      ...{ serviceId: row.service_id, rateBp: row.rate_bp, lines: Number(row.count) },
      ...{ at: Number(row.quarter) * QUARTER, netMinor: Number(row.total) },
      taxMinor: Number(row.further),
    })),
    requestedOf: all('requested_of').map((row) => ({
      serviceId: row.service_id!,
      quotes: Number(row.count),
    })),
    ...{ orders: count('orders'), repaidMinor: total('repaid'), requested: count('requested') },
    sent: count('sent'),
    answeredIn: total('sent'),
    ...{ accepted: count('accepted'), lost: count('rejected', 'expired') },
  }
}

/** What is still open of orders that wait for their payment now, in minor units. */
export async function unpaidNow({ locationIds, currency }: Place): Promise<number> {
  const within = locationIds
    ? `and (location_id is null or location_id in (${marks(locationIds)}))`
    : ''
  const [{ open }] = await rows<{ open: number | string | null }>(
    db.connection(),
    `select sum(total_minor - withdrawn_minor - paid_minor + repaid_minor) as open from shop_quotes_orders
     where state = 'placed' and currency = ? ${within}`,
    [currency, ...(locationIds ?? [])]
  )
  return Number(open ?? 0)
}
