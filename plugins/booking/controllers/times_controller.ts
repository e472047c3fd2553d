import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { freeStarts, isDay, localDateOf } from '#core/scheduling'
import { requestedOffer } from '#plugins/booking/presenters/visit'

const MOST_DAYS = 42

/** B11: what is still free on the days that a calendar shows, for pages that are open already. */
export default class TimesController {
  async index(ctx: HttpContext) {
    const offer = await requestedOffer(ctx)
    const { from, days } = ctx.request.qs()
    const free = await freeStarts({
      ...offer,
      audience: 'public',
      from: isDay(from) ? from : localDateOf(offer.location.zone, clock.now()),
      days: Math.min(Math.max(Math.trunc(Number(days)) || 7, 1), MOST_DAYS),
    })
    // Numbers alone: what makes other answers safe to write as JSON costs more than this page.
    return ctx.response.type('application/json').send(JSON.stringify({ free }))
  }
}
