import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import { bookingRefusal } from '#plugins/shop-quotes/domain/appointments'
import type { Order } from '#plugins/shop-quotes/models/order'
import { refusalOf } from '#plugins/shop-quotes/presenters/own_appointment'
import {
  bookedOffer,
  offersFor,
  type AppointmentOffer,
} from '#plugins/shop-quotes/queries/appointment_offers'
import { standingOf, type AppointedLine } from '#plugins/shop-quotes/queries/line_appointments'

const key = (word: string) => `shop-quotes.appointments.${word}`

type Way = { label: string; href: string; icon: string; tone: string }
export type ShownAppointment = {
  items: { label: string; text: string }[]
  text: string | null
  ways: Way[]
  /** It waits for the customer to choose it. */
  isToChoose: boolean
}

/** S11: the appointment that comes with a line: when and where it is, or how one gets it. */
export async function presentAppointment(
  ctx: HttpContext,
  order: Order,
  appointed: AppointedLine
): Promise<ShownAppointment | null> {
  const { i18n } = ctx
  const refusal = bookingRefusal(standingOf(order, appointed))
  if (refusal === 'no_appointment' || refusal === 'over') return null
  const { reservation, line } = appointed
  if (refusal === 'booked') return presentBooked(ctx, order, appointed, reservation!)
  const nothing = { items: [], ways: [], isToChoose: false }
  const offers = await offersFor(appointed)
  if (offers.length === 0) return { ...nothing, text: i18n.t(key('arranged')) }
  if (refusal === 'not_paid') return { ...nothing, text: i18n.t(key('once_paid')) }
  const href = urlFor('shop-quotes.own_appointments.create', { id: line.publicId })
  const way = { label: i18n.t(key('choose')), href, icon: 'calendar-plus', tone: 'primary' }
  return { items: [], text: i18n.t(key('to_choose')), ways: [way], isToChoose: true }
}

async function presentBooked(
  ctx: HttpContext,
  order: Order,
  appointed: AppointedLine,
  reservation: Reservation
): Promise<ShownAppointment> {
  const offer = await bookedOffer(reservation)
  const refusal = refusalOf({ order, reservation, offer })
  const isOffered = (await offersFor(appointed)).some(
    ({ location }) => location.id === offer.location.id
  )
  const preparation =
    refusal === 'begun' ? null : translated(offer.service.preparation, ctx.locale) || null
  const id = appointed.line.publicId
  const way = (word: string, route: string, icon: string) => ({
    ...{ label: ctx.i18n.t(key(word)), icon, tone: 'quiet' },
    href: urlFor(`shop-quotes.${route}`, { id }),
  })
  return {
    items: presentWhen(ctx, reservation, offer),
    text: refusal === 'too_late' ? ctx.i18n.t(key('too_late')) : preparation,
    ways: [
      ...(refusal === 'begun' ? [] : [way('calendar', 'appointment_files.show', 'download')]),
      ...(refusal || !isOffered ? [] : [way('move', 'appointment_moves.create', 'calendar-clock')]),
      ...(refusal ? [] : [way('cancel', 'appointment_cancellations.create', 'calendar-x')]),
    ],
    isToChoose: false,
  }
}

type Reader = Pick<HttpContext, 'i18n' | 'formats'>

/** Number, day, time and place; the time is that of the place. */
export function presentWhen(
  { i18n, formats }: Reader,
  { number, startsAt, endsAt }: Reservation,
  { location }: AppointmentOffer
) {
  const { name, address, zone } = location
  const written = formats(zone)
  const item = (field: string, text: string | null) =>
    text ? [{ label: i18n.t(key(`fields.${field}`)), text }] : []
  const time = i18n.t(key('time_in_zone'), { time: written.timeRange(startsAt, endsAt), zone })
  return [
    ...item('number', number),
    ...item('date', written.date(startsAt)),
    ...item('time', time),
    ...item('place', [name, address].filter(Boolean).join(', ')),
  ]
}
