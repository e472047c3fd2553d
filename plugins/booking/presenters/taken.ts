import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { nearestFree } from '#core/scheduling'
import { carried } from '#plugins/booking/presenters/carried'
import type { Offer } from '#plugins/booking/queries/offers'

type Taken = {
  offer: Offer
  startsAt: number
  /** Secret of the draft, so that what was typed goes along. */
  token: string | null
  /** Where the new time is posted to, when it is not a first choice. */
  action?: string
  calendarHref?: string
  ignoring?: number
}

const NEAREST = 3

/** B11: somebody was faster. Nothing typed is lost; the three nearest free times are offered. */
export async function renderTaken(ctx: HttpContext, taken: Taken) {
  const { offer, startsAt, token, ignoring } = taken
  const nearest = await nearestFree({
    ...offer,
    startsAt,
    ignoring,
    audience: 'public',
    count: NEAREST,
  })
  const params = { location: offer.location.slug, service: offer.service.slug }
  const written = ctx.formats(offer.location.zone)
  ctx.response.status(409)
  return ctx.view.render('booking::pages/taken', {
    title: ctx.i18n.t('booking.taken.title'),
    wanted: written.dateTime(startsAt),
    service: translated(offer.service.name, ctx.locale),
    location: offer.location,
    times: nearest.map((start) => ({
      value: start.startsAt,
      label: `${written.weekdayDate(start.startsAt)}, ${start.local}`,
    })),
    fields: token ? { draft: token } : {},
    hasDetails: token !== null,
    action: taken.action ?? urlFor('booking.choices.store', params, carried(ctx)),
    calendarHref:
      taken.calendarHref ??
      urlFor('booking.calendars.show', params, { ...carried(ctx), draft: token }),
  })
}
