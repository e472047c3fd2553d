import { queueMail } from '#core/messaging'
import { translated } from '#core/organisation'
import type { Trx } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import {
  APPOINTMENT_MAILS,
  type AppointmentMail,
  type AppointmentOccasion,
} from '#plugins/shop-quotes/mails/appointment_mails'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { OrderLine } from '#plugins/shop-quotes/models/order_line'
import type { AppointmentOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { recipientOf } from '#plugins/shop-quotes/queries/recipient'

type Told = {
  occasion: AppointmentOccasion
  line: OrderLine
  reservation: Reservation
  offer: AppointmentOffer
  text?: string | null
}

/** Writes a mail about an appointment, in the language of the order, into its transaction. */
export async function queueAppointmentMail(trx: Trx, order: Order, told: Told): Promise<void> {
  const { occasion, reservation, line, offer, text = null } = told
  const recipient = await recipientOf(trx, order)
  if (!recipient) return
  const { firstName, ...to } = recipient
  const { publicId, sequence } = reservation
  await queueMail(trx, APPOINTMENT_MAILS[occasion], {
    ...to,
    locale: order.locale,
    data: {
      ...{ order: order.publicId, orderNumber: order.number, firstName },
      ...{ ...appointmentWords(reservation, offer, order.locale), text },
      service: translated(line.name, order.locale),
    },
    dedupeKey: `shop-quotes.appointment_${occasion}:${publicId}:${sequence}`,
    about: { object: 'shop-quotes.order', id: order.id },
  })
}

/** When and where, as mails and calendars tell it. */
export function appointmentWords(
  reservation: Reservation,
  { service, location }: AppointmentOffer,
  locale: Order['locale']
): Omit<AppointmentMail, 'order' | 'orderNumber' | 'firstName' | 'service' | 'text'> {
  const { publicId: appointment, number, startsAt, endsAt, sequence } = reservation
  const { name, address, zone } = location
  return {
    ...{ appointment, number, startsAt, endsAt, sequence, location: name, address, zone },
    preparation: translated(service.preparation, locale) || null,
  }
}
