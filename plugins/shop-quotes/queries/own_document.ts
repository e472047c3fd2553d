import { Document } from '#plugins/shop-quotes/models/document'

/** A paper of somebody with an account by its public id; null for another person's. */
export const ownDocument = (userId: number, publicId: string): Promise<Document | null> =>
  Document.query()
    .where('publicId', publicId)
    .whereHas('order', (order) => {
      void order.whereHas('customer', (customer) => void customer.where('userId', userId))
    })
    .first()
