import { catalogueRecords } from '#plugins/shop-quotes/tests/catalogue_records'
import { orderRecords } from '#plugins/shop-quotes/tests/order_records'
import { paymentRecords } from '#plugins/shop-quotes/tests/payment_records'
import { quoteRecords } from '#plugins/shop-quotes/tests/quote_records'
import type { RecordMakers } from '#tests/kit/record_matrix'

/** How to get a record for every route of the panel about the shop. */
export const shopRecords: RecordMakers = {
  ...catalogueRecords,
  ...orderRecords,
  ...paymentRecords,
  ...quoteRecords,
}
