import type { Location } from '#core/organisation'
import { Customer } from '#core/customers'
import { Document } from '#plugins/shop-quotes/models/document'
import { aCustomer, anOrder, asStaff, pay } from '#plugins/shop-quotes/tests/ordered'
import type { RecordMakers } from '#tests/kit/record_matrix'

/** An order of this place, whose customer is called like it. */
async function anOrderOf({ id: locationId, name: lastName }: Location) {
  const customer = await aCustomer()
  await Customer.query().where('id', customer.id).update({ lastName })
  return anOrder({ customer, locationId })
}

const order: RecordMakers[string] = {
  make: async (location) => ({ id: (await anOrderOf(location)).id }),
}

async function aPaperOf(location: Location) {
  const { id: orderId } = await pay(await anOrderOf(location), await asStaff())
  return Document.findByOrFail({ orderId })
}

/** How to get a record for every route of the panel about orders and their papers. */
export const orderRecords: RecordMakers = {
  'shop-quotes.orders': order,
  'shop-quotes.order_replies': order,
  'shop-quotes.order_payments': order,
  'shop-quotes.order_refunds': order,
  'shop-quotes.order_documents': {
    make: async (location) => ({ id: (await aPaperOf(location)).id }),
  },
}

/** Public id of the receipt for an order of this person. */
export async function aReceiptOf(userId: number): Promise<string> {
  const order = await pay(await anOrder({ customer: await aCustomer({ userId }) }), await asStaff())
  return (await Document.findByOrFail({ orderId: order.id })).publicId
}
