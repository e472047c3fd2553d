import type { HttpContext } from '@adonisjs/core/http'
import { clock, urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { Arrive } from '#plugins/queue-caller/actions/arrive'
import { CHECK_IN_LIMIT } from '#plugins/queue-caller/limits'
import { checkInProblem, presentCheckIn } from '#plugins/queue-caller/presenters/check_in'
import { kioskVisit, type KioskVisit } from '#plugins/queue-caller/presenters/kiosk_visit'
import { shownUntil } from '#plugins/queue-caller/presenters/shown_until'
import { storeCheckInValidator } from '#plugins/queue-caller/validators/kiosk'

/** Q2: somebody with an appointment says at the kiosk that they are here. */
export default class CheckInsController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, await kioskVisit(ctx))
  }

  async store(ctx: HttpContext) {
    const visit = await kioskVisit(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(storeCheckInValidator)
    const code = form?.code ?? ''
    if (form?.key) return this.#page(ctx, visit, { code: typed(code, form.key) })
    if (error || code === '') return this.#refuse(ctx, visit, { code, reason: 'unreadable' })
    await throttle(ctx, CHECK_IN_LIMIT, { key: `${visit.deviceId}` })
    const { location, locale } = visit
    const arrival = await new Arrive().handle({ text: code, location, locale })
    if (!arrival.ok) return this.#refuse(ctx, visit, { code, ...arrival })
    const { ticket, arrived: told } = arrival
    const query = { in: locale, told, until: String(shownUntil(clock.now())) }
    const to = urlFor('queue-caller.kiosk_tickets.show', { token: ticket.publicId }, query)
    return ctx.response.redirect().status(303).toPath(to)
  }

  #refuse(
    ctx: HttpContext,
    visit: KioskVisit,
    { code, ...refused }: { code: string } & Parameters<typeof checkInProblem>[1]
  ) {
    ctx.response.status(422)
    return this.#page(ctx, visit, { code, error: checkInProblem(ctx, refused, visit.location) })
  }

  #page(ctx: HttpContext, visit: KioskVisit, state?: Parameters<typeof presentCheckIn>[2]) {
    return ctx.view.render('queue_caller::pages/check_in', presentCheckIn(ctx, visit, state))
  }
}

const typed = (code: string, key: string): string =>
  key === 'back' ? code.slice(0, -1) : `${code}${key}`.slice(0, 12)
