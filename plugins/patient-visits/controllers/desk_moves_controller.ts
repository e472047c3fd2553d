import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { MoveVisit } from '#plugins/patient-visits/actions/move_visit'
import { canChange } from '#plugins/patient-visits/admin/answers'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { presentDoctor, renderDeskMove } from '#plugins/patient-visits/presenters/desk_move'
import { doctorIn } from '#plugins/patient-visits/presenters/what_and_who'
import { visitAtDesk } from '#plugins/patient-visits/controllers/visit_at_desk'
import { offerOf } from '#plugins/patient-visits/queries/visit_offers'
import { storeDeskMoveValidator } from '#plugins/patient-visits/validators/desk'

const SAID = ['not_movable', 'not_another_time', 'moved_meanwhile']

/** V3: staff move a visit whatever patients may do, internal seats included; by the same mail. */
export default class DeskMovesController {
  async create(ctx: HttpContext) {
    const visit = await visitAtDesk(ctx)
    if (!canChange(visit)) return this.#refuse(ctx, visit, 'not_movable')
    return renderDeskMove(ctx, visit)
  }

  async store(ctx: HttpContext) {
    const visit = await visitAtDesk(ctx)
    if (!canChange(visit)) return this.#refuse(ctx, visit, 'not_movable')
    const form = await ctx.request.validateUsing(storeDeskMoveValidator)
    const offer = await offerOf(visit)
    const doctor = doctorIn(offer, form)
    const { starts_at: startsAt, sequence: seen } = form
    const isThere = visit.startsAt === startsAt && (await this.#isWith(visit, doctor?.id))
    // The second of two clicks finds the visit where the first has put it.
    if (isThere && visit.sequence !== seen) return this.#moved(ctx, visit)
    if (isThere) return this.#refuse(ctx, visit, 'not_another_time', startsAt)
    const wish = { visitId: visit.id, offer, startsAt, resourceId: doctor?.id, seen }
    const moved = await new MoveVisit().handle({ ...wish, by: ctx.actor })
    if (!moved.ok) return this.#refuse(ctx, await visitAtDesk(ctx), moved.reason, startsAt)
    return this.#moved(ctx, visit)
  }

  async #isWith(visit: BookedVisit, doctorId: number | undefined): Promise<boolean> {
    if (doctorId === undefined) return true
    return (await presentDoctor(visit, await offerOf(visit)))?.id === doctorId
  }

  #moved(ctx: HttpContext, { id, customer }: BookedVisit) {
    const said = customer.email ? 'moved' : 'moved_without_mail'
    const text = ctx.i18n.t(`patient-visits.admin.notices.${said}`)
    redirectWith(ctx, urlFor('patient-visits.visits.show', { id }), { tone: 'success', text })
  }

  /** Back to the times as they are now, or to the visit where no time is left to choose. */
  #refuse(ctx: HttpContext, visit: BookedVisit, reason: string, startsAt?: number) {
    const { id, location } = visit
    const time = ctx.formats(location.zone).dateTime(visit.startsAt)
    const said = SAID.includes(reason) ? reason : 'taken_stays'
    const text = ctx.i18n.t(`patient-visits.admin.notices.${said}`, { time })
    const to =
      startsAt === undefined || reason === 'not_movable'
        ? urlFor('patient-visits.visits.show', { id })
        : urlFor(
            'patient-visits.desk_moves.create',
            { id },
            { day: localDateOf(location.zone, startsAt) }
          )
    redirectWith(ctx, to, { tone: 'warning', text })
  }
}
