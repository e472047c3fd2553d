import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { readAtOnce } from '#core/platform'
import { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'

type Query = ModelQueryBuilderContract<LucidModel, LucidRow>

/** What was paid and paid back for an order, and the papers about it, in one statement. */
export async function moneyOf({ id: orderId }: Order) {
  const asked = [Payment, Refund, Document].map((model) => ({
    query: (model as LucidModel).query().where({ orderId }) as Query,
    relations: [],
  }))
  const [payments, refunds, documents] = await readAtOnce(asked)
  return {
    payments: payments as Payment[],
    refunds: refunds as Refund[],
    documents: documents as Document[],
  }
}
