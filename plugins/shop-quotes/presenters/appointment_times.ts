import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import {
  localDateOf,
  monthOfTimes,
  presentCalendar,
  sayCorrected,
  sayPassedOver,
  timesToMove,
} from '#core/scheduling'
import type { BookedLine } from '#plugins/shop-quotes/presenters/own_appointment'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import type { AppointmentOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import type { OwnLine } from '#plugins/shop-quotes/queries/own_line'

const key = (word: string) => `shop-quotes.appointments.${word}`

type Refused = { startsAt: number }
type Choice = { offers: readonly AppointmentOffer[]; offer: AppointmentOffer }

/** S11: the free times of what comes with a line, at one of the places where it is offered. */
export async function renderTimes(
  ctx: HttpContext,
  own: OwnLine,
  { offers, offer }: Choice,
  refused?: Refused
) {
  const wish = { offer, audience: 'public', ...askedDay(ctx, offer, refused) } as const
  const times = await monthOfTimes(wish)
  if (!refused) sayCorrected(ctx, times)
  const id = own.line.publicId
  const query = { place: offer.location.slug }
  const calendar = presentCalendar(ctx, {
    ...{ ...times, offer, query },
    route: { name: 'shop-quotes.own_appointments.create', params: { id } },
    action: urlFor('shop-quotes.own_appointments.store', { id }),
  })
  if (refused) ctx.response.status(409)
  return ctx.view.render('shop_quotes::pages/appointment_times', {
    ...headOf(ctx, own, offer),
    title: ctx.i18n.t(key('title')),
    problem: refused ? problemOf(ctx, offer, refused, 'taken') : null,
    now: null,
    place: placesOf(offers, offer, urlFor('shop-quotes.own_appointments.create', { id })),
    calendar: { ...calendar, fields: query, method: 'post' },
  })
}

/** The free times of the same, its own counting as free. */
export async function renderMove(ctx: HttpContext, own: BookedLine, refused?: Refused) {
  const { offer, reservation } = own
  const { zone } = offer.location
  const { startsAt, endsAt, day: ownDay, sequence, id: ignoring } = reservation
  const wish = { offer, audience: 'public', ignoring, ...askedDay(ctx, offer, refused) } as const
  const times = await timesToMove(wish, ownDay)
  sayPassedOver(ctx, times, zone)
  const id = own.line.publicId
  const calendar = presentCalendar(ctx, {
    ...{ ...times, offer, query: {} },
    route: { name: 'shop-quotes.appointment_moves.create', params: { id } },
    action: urlFor('shop-quotes.appointment_moves.store', { id }),
  })
  const written = ctx.formats(zone)
  const now = { date: written.date(startsAt), time: written.timeRange(startsAt, endsAt) }
  if (refused) ctx.response.status(409)
  return ctx.view.render('shop_quotes::pages/appointment_times', {
    ...headOf(ctx, own, offer),
    title: ctx.i18n.t(key('move_title')),
    problem: refused ? problemOf(ctx, offer, refused, 'taken_move') : null,
    now: ctx.i18n.t(key('now'), now),
    place: null,
    calendar: { ...calendar, fields: { sequence }, method: 'post' },
  })
}

/** After a refusal the day of the time that is gone, else what the address asks for. */
function askedDay({ request }: HttpContext, { location }: AppointmentOffer, refused?: Refused) {
  if (refused) return { month: null, day: localDateOf(location.zone, refused.startsAt) }
  const { month, day } = request.qs()
  return { month, day }
}

const headOf = (ctx: HttpContext, { order, line }: OwnLine, { location }: AppointmentOffer) => ({
  back: { href: orderHref(order), label: order.number },
  what: [translated(line.name, ctx.locale), location.name].join(' · '),
  zone: ctx.i18n.t(key('zone'), { zone: location.zone }),
})

function problemOf(
  { formats, i18n }: HttpContext,
  { location }: AppointmentOffer,
  { startsAt }: Refused,
  word: 'taken' | 'taken_move'
): string {
  return i18n.t(key(word), { time: formats(location.zone).dateTime(startsAt) })
}

/** The menu of places; null where there is no choice. */
function placesOf(offers: Choice['offers'], { location }: AppointmentOffer, action: string) {
  if (offers.length < 2) return null
  const options = offers.map(({ location: { slug, name } }) => ({ value: slug, label: name }))
  return { action, options, value: location.slug }
}
