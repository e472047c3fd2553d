import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { throttle } from '#core/web'
import { MoveVisit, type MoveRefusal } from '#plugins/patient-visits/actions/move_visit'
import { PATIENT_LIMIT } from '#plugins/patient-visits/limits'
import { renderMove } from '#plugins/patient-visits/presenters/move_page'
import { addressOf, refusalsOf, visitOf } from '#plugins/patient-visits/presenters/own_visit'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'
import { storeMoveValidator } from '#plugins/patient-visits/validators/visit'

/** After these the calendar is of no use; the page of the visit says how things stand. */
const STAYS: MoveRefusal[] = ['not_movable', 'not_another_time', 'moved_meanwhile']

/** V3: another date among the free ones; the old one is kept until the new one is taken. */
export default class MovesController {
  async create(ctx: HttpContext) {
    const told = await visitOf(ctx)
    if (refusalsOf(told).change) return this.#stays(ctx, told)
    return renderMove(ctx, told)
  }

  async store(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    await throttle(ctx, PATIENT_LIMIT, { key: String(user.id) })
    const told = await visitOf(ctx)
    const form = await ctx.request.validateUsing(storeMoveValidator)
    const isTwin = told.visit.reservation.startsAt === form.starts_at
    if (refusalsOf(told).change && !isTwin) return this.#stays(ctx, told)
    const { visit, offer } = told
    const doctor = offer.doctors.find(({ publicId }) => publicId === form.doctor)
    const moved = await new MoveVisit().handle({
      ...{ visitId: visit.id, offer, startsAt: form.starts_at, seen: form.sequence },
      resourceId: doctor?.id,
      by: { kind: 'customer', id: user.id },
    })
    if (moved.ok) return this.#moved(ctx, told, moved.isRequest)
    if (STAYS.includes(moved.reason)) return this.#stays(ctx, told, moved.reason)
    return renderMove(ctx, told, { reason: moved.reason, startsAt: form.starts_at })
  }

  #moved(ctx: HttpContext, told: ToldVisit, isRequest: boolean) {
    const text = ctx.i18n.t(`patient-visits.notices.${isRequest ? 'move_requested' : 'moved'}`)
    leadToAccount(ctx, addressOf(told), { tone: 'success', text })
  }

  #stays(ctx: HttpContext, told: ToldVisit, reason?: string) {
    if (!reason) return void ctx.response.redirect().status(303).toPath(addressOf(told))
    const text = ctx.i18n.t(`patient-visits.notices.${reason}`)
    leadToAccount(ctx, addressOf(told), { tone: 'warning', text })
  }
}
