import { OutboxMail } from '#core/messaging'
import type { Location } from '#core/organisation'
import { Reservation, type Resource, type Service } from '#core/scheduling'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { asStaff, pay } from '#plugins/shop-quotes/tests/ordered'
import { aBuyer, aService, buys, type Buyer } from '#plugins/shop-quotes/tests/shop'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aPlanner, rome } from '#tests/scheduling/planner'

export const APPOINTMENTS = '/account/shop-quotes/appointments'

/** A Tuesday in a week, and the day after it; the planner opens at nine. */
export const TEN = rome('2027-01-19 10:00')
export const ELEVEN = rome('2027-01-19 11:00')
export const NEXT_DAY = rome('2027-01-20 11:00')

export type Planned = {
  location: Location
  resource: Resource
  service: Service
  offered: ShopService
}

type Own = { scheduled?: Partial<Service>; sold?: Partial<ShopService> }

/** A service of the shop with which an hour of the planner comes. */
export async function withAppointment({ scheduled, sold }: Own = {}): Promise<Planned> {
  const planner = await aPlanner({ service: scheduled })
  const offered = await aService({ bookableServiceId: planner.service.id, ...sold })
  return { ...planner, offered }
}

export type Bought = Buyer & { page: string; order: Order; line: OrderLine; path: string }

/** Somebody's order of it, paid at the desk unless it is to wait. */
export async function bought(
  { offered }: Pick<Planned, 'offered'>,
  { isPaid = true, further = [] }: { isPaid?: boolean; further?: ShopService[] } = {}
): Promise<Bought> {
  const buyer = await aBuyer([offered, ...further])
  const page = await buys(buyer.client)
  const placed = await Order.findByOrFail('publicId', page.split('/').at(-1)!)
  const order = isPaid && placed.totalMinor > 0 ? await pay(placed, await asStaff()) : placed
  const line = await OrderLine.findByOrFail({ orderId: order.id, serviceId: offered.id })
  return { ...buyer, page, order, line, path: `${APPOINTMENTS}/${line.publicId}` }
}

/** Chooses a time on the page; the answer as it comes. */
export async function choose(client: HttpClient, path: string, startsAt: number): Promise<Answer> {
  const form = (await client.get(`${path}?day=${dayOf(startsAt)}`)).form(path)
  return client.submit(form, { starts_at: String(startsAt) })
}

const dayOf = (startsAt: number) => new Date(startsAt).toISOString().slice(0, 10)

/** An order whose appointment is booked. */
export async function booked(planned: Planned, startsAt = TEN): Promise<Bought> {
  const own = await bought(planned)
  const answer = await choose(own.client, own.path, startsAt)
  if (answer.status !== 303) throw new Error(`Choosing answered ${answer.status}`)
  return { ...own, line: await own.line.refresh() }
}

/** Those that take place, oldest first. */
export const living = () => Reservation.query().where('state', 'confirmed').orderBy('id')

/** What was mailed about appointments, oldest first: `booked en`. */
export async function mailed(): Promise<string[]> {
  const mails = await OutboxMail.query().whereLike('template', '%appointment%').orderBy('id')
  return mails.map(({ template, locale }) => `${template.split('_')[1]} ${locale}`)
}
