import { errors, type HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { Draft } from '#plugins/booking/models/draft'
import { presentChoice } from '#plugins/booking/presenters/choice'
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

/** B7: the time that this visitor holds, shown below either calendar, and what keeps it in links. */
export async function pendingChoice(ctx: HttpContext, offer: Offer): Promise<PendingChoice> {
  const token: unknown = ctx.request.qs().draft
  const draft = typeof token === 'string' ? await Draft.ofToken(token) : null
  if (typeof token !== 'string' || !draft?.isHeld(clock.now())) return { choice: null, keep: {} }
  return { choice: presentChoice(ctx, { draft, offer, token }), keep: { draft: token } }
}
