import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { clock } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import { changeRefusal, type NoChange } from '#plugins/shop-quotes/domain/appointments'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import type { AppointmentOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { bookedOffer, offersFor } from '#plugins/shop-quotes/queries/appointment_offers'
import { ownLine, type OwnLine } from '#plugins/shop-quotes/queries/own_line'

const PUBLIC_ID = /^[\w-]{22}$/

/** The line in the address, of an order of whoever is signed in; another person's is not there. */
export async function lineOf(ctx: HttpContext): Promise<OwnLine> {
  const user = signedInCustomer(ctx)
  const id: string = ctx.params.id
  const found = PUBLIC_ID.test(id) ? await ownLine(user.id, id) : null
  if (!found) throw new Exception('No such line of an order of this person', { status: 404 })
  return found
}

export type BookedLine = OwnLine & { reservation: Reservation; offer: AppointmentOffer }

/** The same with its appointment; null while it has none. */
export async function bookedLineOf(ctx: HttpContext): Promise<BookedLine | null> {
  const own = await lineOf(ctx)
  const { reservation } = own
  if (reservation?.state !== 'confirmed') return null
  return { ...own, reservation, offer: await bookedOffer(reservation) }
}

type Booked = Pick<BookedLine, 'order' | 'reservation' | 'offer'>

/** Why the customer cannot move or cancel it; null: they may. */
export function refusalOf({ order, reservation, offer }: Booked): NoChange | null {
  const { startsAt, outcome } = reservation
  const { minNoticeMinutes: noticeMinutes } = offer.service
  return changeRefusal({ state: order.state, startsAt, outcome, noticeMinutes }, clock.now())
}

/** Another time can be chosen only where its service is still offered. */
export async function isOffered(line: OwnLine | BookedLine, { location }: AppointmentOffer) {
  return (await offersFor(line)).some((offer) => offer.location.id === location.id)
}

type Said = { tone: 'success' | 'warning'; word: string }

/** On to the page of the order, which then says what happened. */
export function leadWith(ctx: HttpContext, { order }: OwnLine, { tone, word }: Said): void {
  const text = ctx.i18n.t(`shop-quotes.appointments.notices.${word}`)
  leadToAccount(ctx, orderHref(order), { tone, text })
}
