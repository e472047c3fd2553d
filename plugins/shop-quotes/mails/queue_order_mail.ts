import { queueMail, type MailType } from '#core/messaging'
import { Location, translatedIn } from '#core/organisation'
import type { Trx } from '#core/platform'
import { ibanText, referenceText } from '#plugins/shop-quotes/domain/bank_transfer'
import { deskPlaces } from '#plugins/shop-quotes/domain/desk_places'
import {
  ORDER_MAILS,
  type OrderMail,
  type OrderOccasion,
} from '#plugins/shop-quotes/mails/order_mails'
import { PlacedMail } from '#plugins/shop-quotes/mails/placed_mail'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { bankAccountWithin } from '#plugins/shop-quotes/queries/bank_account'
import { recipientOf } from '#plugins/shop-quotes/queries/recipient'

type Told = {
  occasion: OrderOccasion
  /** Makes the mail one of its kind: the step, or the id of an entry. */
  once: number | string
  text?: string | null
}

/** Writes a mail about an order into the transaction that caused it. */
export const queueOrderMail = (
  trx: Trx,
  order: Order,
  { occasion, once, text = null }: Told
): Promise<void> => queueAbout(trx, order, ORDER_MAILS[occasion], { once, text })

/** S10, S11: that it is placed, with what is needed to pay it. */
export async function queuePlacedMail(trx: Trx, order: Order, quote: string | null) {
  const { method, lastDay, reference, locationId } = order
  const account = method === 'bank_transfer' ? await bankAccountWithin(trx) : null
  const places = method === 'desk' ? await Location.query({ client: trx }).orderBy('id') : []
  const pay = {
    ...{ quote, method, lastDay, reference: referenceText(reference) },
    account: account && { ...account, iban: ibanText(account.iban) },
    places: deskPlaces(places, locationId),
  }
  await queueAbout(trx, order, PlacedMail, { once: 'placed', text: null, ...pay })
}

async function queueAbout<D extends OrderMail>(
  trx: Trx,
  order: Order,
  mail: MailType<D>,
  { once, ...own }: Omit<D, Exclude<keyof OrderMail, 'text'>> & { once: number | string }
): Promise<void> {
  const recipient = await recipientOf(trx, order)
  if (!recipient) return
  const { firstName, ...to } = recipient
  const { publicId, number, totalMinor, currency, locale } = order
  await queueMail<object>(trx, mail, {
    ...to,
    locale,
    data: {
      ...{ order: publicId, number, totalMinor, currency, ...own },
      keptMinor: order.paidMinor - order.repaidMinor,
      firstName,
      ...(await linesOf(trx, order)),
    },
    dedupeKey: `${mail.id}:${publicId}:${once}`,
    about: { object: 'shop-quotes.order', id: order.id },
  })
}

async function linesOf(trx: Trx, { id, locale }: Order) {
  const lines = await OrderLine.query({ client: trx }).where('orderId', id).orderBy('position')
  return {
    lines: lines.map(({ name, quantity, amountMinor }) => ({
      ...{ name: translatedIn(name, locale, locale), quantity, amountMinor },
    })),
    hasAppointment: lines.some(({ bookableServiceId }) => bookableServiceId !== null),
  }
}
