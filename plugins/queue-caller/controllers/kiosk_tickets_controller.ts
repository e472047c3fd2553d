import { errors, type HttpContext } from '@adonisjs/core/http'
import { clock, PUBLIC, urlFor } from '#core/platform'
import { doOnce, throttle } from '#core/web'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
import { ISSUE_LIMIT } from '#plugins/queue-caller/limits'
import { presentKiosk } from '#plugins/queue-caller/presenters/kiosk'
import { presentKioskTicket } from '#plugins/queue-caller/presenters/kiosk_ticket'
import { kioskVisit, type KioskVisit } from '#plugins/queue-caller/presenters/kiosk_visit'
import { shownUntil } from '#plugins/queue-caller/presenters/shown_until'
import { isOffered, kioskOffer } from '#plugins/queue-caller/queries/kiosk_lines'
import { linesOf } from '#plugins/queue-caller/queries/lines'
import { ticketPlace, ticketToday } from '#plugins/queue-caller/queries/ticket_place'
import {
  showKioskTicketValidator,
  storeKioskTicketValidator,
} from '#plugins/queue-caller/validators/kiosk'

type Issued = { publicId: string; issuedAt: number } | { reason: 'closed' | 'full' }

/** Q1: a press gives one ticket, which is stored before it is shown and printed. */
export default class KioskTicketsController {
  async store(ctx: HttpContext) {
    const visit = await kioskVisit(ctx)
    const form = await ctx.request.validateUsing(storeKioskTicketValidator)
    await throttle(ctx, ISSUE_LIMIT, { key: `${visit.deviceId}` })
    const issued = await this.#issue(ctx, visit, form)
    if (issued === null || 'reason' in issued) return this.#refuse(ctx, visit, issued?.reason)
    const { publicId: token, issuedAt } = issued
    const until = shownUntil(issuedAt)
    // The form of somebody before, come back by the way of the browser: theirs is not shown again.
    if (until < clock.now()) return ctx.response.redirect().status(303).toPath(visit.home)
    const query = { in: visit.locale, told: 'issued', until: String(until) }
    const to = urlFor('queue-caller.kiosk_tickets.show', { token }, query)
    return ctx.response.redirect().status(303).toPath(to)
  }

  async show(ctx: HttpContext) {
    const visit = await kioskVisit(ctx)
    const [, asked] = await showKioskTicketValidator.tryValidate(ctx.request.qs())
    const ticket = asked && asked.until >= clock.now() ? await ticketToday(ctx.params.token) : null
    if (!asked || ticket?.locationId !== visit.location.id) {
      return ctx.response.redirect().status(303).toPath(visit.home)
    }
    const place = await ticketPlace(ticket)
    const page = presentKioskTicket(ctx, visit, { place, told: asked.told })
    return ctx.view.render('queue_caller::pages/kiosk_ticket', page)
  }

  async #issue(
    ctx: HttpContext,
    { kiosk, location, deviceId, locale }: KioskVisit,
    { line: id, form_key: key }: { line: number; form_key: string }
  ): Promise<Issued | null> {
    const line = (await linesOf(location.id)).find((one) => one.id === id && isOffered(kiosk, one))
    if (!line) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    return doOnce<Issued>(`queue-caller.issue:${deviceId}`, key, {
      keep: (answer) => 'publicId' in answer,
      work: async () => {
        const issued = await new IssueTicket().handle({ line, location, locale, by: PUBLIC })
        if (!issued.ok) return { reason: issued.reason }
        const { publicId, issuedAt } = issued.ticket
        return { publicId, issuedAt }
      },
    })
  }

  async #refuse(ctx: HttpContext, visit: KioskVisit, reason = 'unsure') {
    ctx.response.status(409)
    const offer = await kioskOffer(visit.kiosk, visit.location)
    const problem = ctx.i18n.t(`queue-caller.kiosk.problems.${reason}`)
    const page = presentKiosk(ctx, visit, { ...offer, problem })
    return ctx.view.render('queue_caller::pages/kiosk', page)
  }
}
