import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import vine from '@vinejs/vine'
import { isSafePath, mayVisit } from '#core/accounts'
import { redirectWith, viewerOf } from '#core/admin'
import { transaction, urlFor } from '#core/platform'
import { recordOutcome } from '#app/scheduling/actions/record_outcome'
import { Reservation } from '#app/scheduling/models/reservation'

const storeOutcomeValidator = vine.create({
  outcome: vine.enum(['arrived', 'served', 'no_show', 'undo_outcome']),
  back: vine.string().maxLength(500).optional(),
})

/** What became of an appointment, said with one button where the day's work stands. */
export default class OutcomesController {
  async store(ctx: HttpContext) {
    const { outcome: word, back } = await ctx.request.validateUsing(storeOutcomeValidator)
    const viewer = await viewerOf(ctx)
    const reservation = await this.#reservation(ctx)
    const outcome = word === 'undo_outcome' ? null : word
    const said = { outcome, by: viewer.actor, zone: reservation.location.zone }
    const done = await transaction((trx) => recordOutcome(trx, reservation, said))
    const key = done.ok ? word : done.reason
    redirectWith(ctx, isSafePath(back) ? back : urlFor('admin.today.show'), {
      tone: done.ok ? 'success' : 'warning',
      text: viewer.t(`scheduling.admin.outcomes.${key}`),
    })
  }

  async #reservation({ auth, params }: HttpContext): Promise<Reservation> {
    const reservation = /^[\w-]{22}$/.test(params.id)
      ? await Reservation.query().where('publicId', params.id).preload('location').first()
      : null
    const user = auth.use('web').getUserOrFail()
    if (!reservation || !(await mayVisit(user, reservation.locationId))) {
      throw new Exception('No such reservation for this user', { status: 404 })
    }
    return reservation
  }
}
