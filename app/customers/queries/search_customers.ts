import { searchPieces } from '#app/customers/domain/fold'
import { Customer } from '#app/customers/models/customer'

const LIMIT = 20

const escaped = (piece: string) => piece.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Narrows a query of customers to those in whom every piece of the term occurs. */
export function whereMatches<Q extends { whereRaw(sql: string, bindings: string[]): unknown }>(
  query: Q,
  term: string
): Q {
  for (const piece of searchPieces(term)) {
    void query.whereRaw(`customers_customers.search like ? escape '\\'`, [`%${escaped(piece)}%`])
  }
  return query
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
