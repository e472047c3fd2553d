import { errors, type HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import type { ChoicePage } from '#plugins/booking/domain/choice_page'
import { presentChoice, tellOfChoice } from '#plugins/booking/presenters/choice'
import { draftPage } from '#plugins/booking/queries/draft_page'
import { offerOf, type Offer } from '#plugins/booking/queries/offers'

/** The offer in the address of a page (B1), else 404. */
export async function requestedOffer({ params, request }: HttpContext): Promise<Offer> {
  const offer = await offerOf({ location: params.location, service: params.service }, 'public')
  if (!offer) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
  return offer
}

type PendingChoice = {
  choice: ReturnType<typeof presentChoice> | null
  keep: Record<string, string>
}

/**
 * B7: the time that this visitor holds, shown below either calendar, and what keeps it in links.
 * A time given back or lapsed is no choice any more, but what was typed goes along.
 */
export async function pendingChoice(ctx: HttpContext, page: ChoicePage): Promise<PendingChoice> {
  const token: unknown = ctx.request.qs().draft
  const found = typeof token === 'string' ? await draftPage(token) : null
  if (!found || found.draft.appointmentId !== null) return { choice: null, keep: {} }
  tellOfChoice(ctx)
  const isHeld = found.draft.isHeld(clock.now())
  return {
    choice: isHeld ? presentChoice(ctx, found, page) : null,
    keep: { draft: found.token },
  }
}
