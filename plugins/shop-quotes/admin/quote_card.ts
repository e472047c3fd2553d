import type { RelatedList, Viewer } from '#core/admin'
import { quotes } from '#plugins/shop-quotes/admin/quotes'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { Quote } from '#plugins/shop-quotes/models/quote'

/** A customer's quotes on their card. */
export const quotesOnCard: RelatedList = {
  id: 'shop-quotes-quotes',
  to: () => quotes,
  by: 'customerId',
  sort: '-changedAt',
  without: ['customer', 'assigneeId', 'createdAt'],
}

/** Those whose history belongs to the customer's timeline. */
export async function quoteSubjects(customerId: number, viewer: Viewer) {
  if (!viewer.can('shop-quotes.view')) return []
  const query = Quote.query().where({ customerId }).select('id')
  seenAtLocations(query as never, viewer)
  return (await query).map(({ id }) => ({ object: 'shop-quotes.quote', id }))
}
