import { clock, randomId } from '#core/platform'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Task } from '#plugins/shop-quotes/models/task'
import { anOrder } from '#plugins/shop-quotes/tests/orders_to_pay'
import type { RecordMakers } from '#tests/kit/record_matrix'

const money = { amountMinor: 5000, currency: 'EUR' }

/** How to get a record for every route of the panel about payments. */
export const paymentRecords: RecordMakers = {
  'shop-quotes.payments': {
    make: async ({ id: locationId }) => {
      const order = await anOrder({ locationId })
      return { id: (await Payment.findByOrFail('orderId', order.id)).id }
    },
  },
  'shop-quotes.tasks': {
    make: async ({ id: locationId }) => {
      const { id: orderId } = await anOrder({ locationId })
      const task = await Task.create({ kind: 'short', orderId, locationId, details: money })
      return { id: task.id }
    },
  },
  'shop-quotes.bank_lines': {
    make: async ({ id: locationId, name }) => {
      const { id: orderId } = await anOrder({ locationId })
      const said = { day: '2027-01-11', payer: name, purpose: name, ...money }
      const matched = { orderId, matchedAt: clock.now() }
      return { id: (await BankLine.create({ digest: randomId(), ...said, ...matched })).id }
    },
  },
}

/** Public id of an order of this person that waits for its payment. */
export const anOrderToPayOf = async (userId: number): Promise<string> =>
  (await anOrder({ userId, method: 'test' })).publicId
