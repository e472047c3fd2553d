import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { rows } from '#core/platform'
import { searchPieces } from '#app/customers/domain/fold'
import { Customer } from '#app/customers/models/customer'

const LIMIT = 20

const escaped = (piece: string) => piece.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const HOLDS = `customers_customers.search like ? escape '\\'`
const patternsOf = (term: string) => searchPieces(term).map((piece) => `%${escaped(piece)}%`)

/** Narrows a query of customers to those in whom every piece of the term occurs. */
export function whereMatches<Q extends { whereRaw(sql: string, bindings: string[]): unknown }>(
  query: Q,
  term: string
): Q {
  for (const pattern of patternsOf(term)) void query.whereRaw(HOLDS, [pattern])
  return query
}

/** Up to so many customers are named to the database; more are so common that it soon has a page. */
const MOST_NAMED = 500

/**
 * For lists of what customers have: `or` the customer, by this column, matches the term. Looks
 * the customers up first, since a rare name would else be looked for in every row of the list.
 *
 * @param column e.g. 'scheduling_reservations.customer_id'
 */
export async function byCustomer(term: string, column: string) {
  const ids = await idsTogether(term)
  return (any: ModelQueryBuilderContract<LucidModel, LucidRow>): void => {
    if (ids) return void any.orWhereIn(column, ids)
    const matching = whereMatches(Customer.query(), term)
    void any.orWhereExists(matching.whereColumn('customers_customers.id', column))
  }
}

const asked = new Map<string, Promise<number[] | null>>()

/** One search over the panel asks for the same people once for each list that they stand in. */
function idsTogether(term: string): Promise<number[] | null> {
  const known = asked.get(term)
  if (known) return known
  const ids = matchingIds(term).finally(() => void asked.delete(term))
  asked.set(term, ids)
  return ids
}

/** So many of the first thousand, and MOST_NAMED are not worth looking for among all. */
const COMMON = 50
const FIRST = `(select search from customers_customers order by id limit 1000) as customers_customers`

type Named = { id: number | null; common: number | string | null }

/** Null for more than MOST_NAMED, or when so many of the first match that it will be more. */
async function matchingIds(term: string): Promise<number[] | null> {
  const patterns = patternsOf(term)
  if (patterns.length === 0) return null
  const match = patterns.map(() => HOLDS).join(' and ')
  const sql = `with sample as (select count(*) as common from (
      select 1 from ${FIRST} where ${match} limit ${COMMON}
    ) as found)
    select null as id, common from sample
    union all
    select id, null from (
      select id from customers_customers
      where (select common from sample) < ${COMMON} and ${match} limit ${MOST_NAMED + 1}
    ) as named`
  const found = await rows<Named>(Customer.query().client, sql, [...patterns, ...patterns])
  const ids = found.flatMap(({ id }) => id ?? [])
  const isCommon = found.some(({ common }) => Number(common ?? 0) === COMMON)
  return isCommon || ids.length > MOST_NAMED ? null : steadyLength(ids)
}

/** `or` something false for all rows would keep SQLite from looking the others up by their index. */
const NOBODY = [0]

/** The last one again up to a power of two, so that few statements differ only in their length. */
function steadyLength(ids: number[]): number[] {
  if (ids.length === 0) return NOBODY
  const length = 2 ** Math.ceil(Math.log2(ids.length))
  return [...ids, ...Array<number>(length - ids.length).fill(ids[ids.length - 1])]
}

/** Customers by name, address or phone, however it is accented; none for an empty term. */
export async function searchCustomers(
  term: string,
  { limit = LIMIT }: { limit?: number } = {}
): Promise<Customer[]> {
  if (searchPieces(term).length === 0) return []
  return whereMatches(Customer.query(), term)
    .orderBy('last_name')
    .orderBy('first_name')
    .orderBy('id')
    .limit(limit)
}
