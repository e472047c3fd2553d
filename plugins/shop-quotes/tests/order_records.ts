import type { Location } from '#core/organisation'
import { Customer } from '#core/customers'
import { clock, SYSTEM } from '#core/platform'
import { addDays, instantsOf, localDateOf } from '#core/scheduling'
import { BookAppointment } from '#plugins/shop-quotes/actions/book_appointment'
import { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { offersOf } from '#plugins/shop-quotes/queries/appointment_offers'
import { aCustomer, anOrder, asStaff, pay } from '#plugins/shop-quotes/tests/ordered'
import type { RecordMakers } from '#tests/kit/record_matrix'
import { aPlanner } from '#tests/scheduling/planner'

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
  'shop-quotes.appointments': {
    make: async (location) => {
      const line = await booked(await pay(await anOrderOf(location), await asStaff()))
      return { id: line.reservationId! }
    },
  },
  'shop-quotes.order_documents': {
    make: async (location) => ({ id: (await aPaperOf(location)).id }),
  },
}

/** Public id of the receipt for an order of this person. */
export async function aReceiptOf(userId: number): Promise<string> {
  const order = await pay(await anOrder({ customer: await aCustomer({ userId }) }), await asStaff())
  return (await Document.findByOrFail({ orderId: order.id })).publicId
}

/** What is asked for about the appointment of a line of an own order. */
export const APPOINTMENT_PAGES = [
  ...['own_appointments.create', 'own_appointments.store', 'appointment_files.show'],
  ...['appointment_moves.create', 'appointment_moves.store'],
  ...['appointment_cancellations.create', 'appointment_cancellations.store'],
]

/** Public id of a line of a paid order of this person, whose appointment is booked. */
export async function aLineOf(userId: number): Promise<string> {
  const customer = await aCustomer({ userId })
  return (await booked(await pay(await anOrder({ customer }), await asStaff()))).publicId
}

/** The first line of an order, in a week at ten where there is a planner. */
async function booked({ id: orderId }: Order): Promise<OrderLine> {
  const { service, location } = await aPlanner()
  const [offer] = await offersOf(service.id, location.id)
  const line = await OrderLine.query().where({ orderId }).orderBy('id').firstOrFail()
  await line.merge({ bookableServiceId: service.id }).save()
  const day = addDays(localDateOf(location.zone, clock.now()), 7)
  const [startsAt] = instantsOf(location.zone, day, '10:00')
  const wish = { orderId, lineId: line.id, offer, startsAt, by: SYSTEM }
  const done = await new BookAppointment().handle(wish)
  if (!done.ok) throw new Error(done.reason)
  return line.refresh()
}
