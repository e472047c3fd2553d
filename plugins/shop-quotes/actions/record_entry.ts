import { recordChanged } from '#core/admin'
import { audit } from '#core/audit'
import { enqueue } from '#core/jobs'
import { clock, type Actor, type Trx } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'
import { isNews } from '#plugins/shop-quotes/domain/news'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { Order } from '#plugins/shop-quotes/models/order'
import type { Quote } from '#plugins/shop-quotes/models/quote'

/** Tells staff of an entry by mail. */
export const TELL_STAFF = { id: 'shop-quotes.tell_staff' } as const

type Said = {
  deed: Deed
  by: Actor
  /** Null of the first entry. */
  fromState: string | null
  text?: string | null
  changes?: Entry['changes']
}

/** Writes down what was said or done about an order or a quote, whose row is written already. */
export async function recordEntry(
  trx: Trx,
  about: Order | Quote,
  { deed, by, fromState, text = null, changes = null }: Said
): Promise<Entry> {
  const isOrder = about instanceof Order
  const owner = isOrder ? { orderId: about.id } : { quoteId: about.id }
  const entry = await Entry.create(
    {
      ...{ ...owner, deed, fromState, toState: about.state, text, changes },
      ...{ actorKind: by.kind, actorId: by.id, createdAt: clock.now() },
    },
    { client: trx }
  )
  const object = isOrder ? 'order' : 'quote'
  await audit(trx, {
    actor: by,
    action: `shop-quotes.${deed}`,
    object: `shop-quotes.${object}`,
    objectId: about.id,
  })
  await recordChanged(trx, `shop-quotes.${object}s`, about.id)
  if (isNews(deed, by.kind)) await enqueue(trx, TELL_STAFF, { entryId: entry.id })
  return entry
}
