import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import type { ChoicePage } from '#plugins/booking/domain/choice_page'
import type { Draft } from '#plugins/booking/models/draft'
import { carried } from '#plugins/booking/presenters/carried'
import type { Offer } from '#plugins/booking/queries/offers'

/** B7: the chosen date and time, how long it is kept, and the ways to extend or cancel it. */
export function presentChoice(
  ctx: HttpContext,
  { draft, offer, token }: { draft: Draft; offer: Offer; token: string },
  page: ChoicePage
) {
  const written = ctx.formats(offer.location.zone)
  const params = { token }
  const query = carried(ctx)
  const isCalendar = page === 'month' || page === 'week'
  return {
    date: written.weekdayDate(draft.startsAt),
    time: written.time(draft.startsAt),
    where: `${translated(offer.service.name, ctx.locale)}, ${offer.location.name}`,
    expiresAt: draft.reservation.expiresAt!,
    now: clock.now(),
    extend: urlFor('booking.choice_extensions.store', params, query),
    cancel: urlFor('booking.choices.destroy', params, query),
    continueHref: isCalendar ? urlFor('booking.details.edit', params, query) : null,
    fields: { page },
  }
}

const NEWS = new Set(['pending', 'limit_reached', 'hold_lapsed'])

/** Says what became of the last wish about the chosen time, as the address tells. */
export function tellOfChoice({ request, notices, i18n }: HttpContext): void {
  const { told } = request.qs()
  if (!NEWS.has(told)) return
  notices.push({ tone: 'warning', text: i18n.t(`booking.choice.${told}`) })
}
