import type { HttpContext } from '@adonisjs/core/http'
import { assertVisible } from '#core/accounts'
import { noSuchRecord, viewerOf } from '#core/admin'
import { keptRows } from '#core/platform'
import { ChangeSession, LeaveCounter, SitDown } from '#plugins/queue-caller/actions/sit_down'
import {
  answerOnce,
  atCounter,
  done,
  leadBack,
  refused,
} from '#plugins/queue-caller/controllers/at_counter'
import { Counter } from '#plugins/queue-caller/models/counter'
import {
  storeDeskSessionValidator,
  updateDeskSessionValidator,
} from '#plugins/queue-caller/validators/desk'

/** Q4, Q6: who sits at which counter, and whether it calls by itself. */
export default class DeskSessionsController {
  async store(ctx: HttpContext) {
    await sitDown(ctx, { takeOver: false })
  }

  /** A pause, its end, automatic calls on and off: doing it twice changes nothing. */
  async update(ctx: HttpContext) {
    const { paused, automatic } = await ctx.request.validateUsing(updateDeskSessionValidator)
    const at = await atCounter(ctx)
    if (!at) return leadBack(ctx, refused('left_counter'))
    await answerOnce(ctx, `change:${at.session.id}:${paused}:${automatic}`, async () => {
      if (paused) await new ChangeSession().handle(at.session, { paused: paused === 'yes' })
      if (automatic) {
        await new ChangeSession().handle(at.session, { automatic: automatic === 'yes' })
      }
      return done('changed')
    })
  }

  async destroy(ctx: HttpContext) {
    const at = await atCounter(ctx)
    if (!at) return leadBack(ctx, refused('left_counter'))
    const left = await new LeaveCounter().handle(at.session)
    leadBack(ctx, left.ok ? done('stood_up') : refused(left.reason))
  }
}

/** Takes the counter of the form, also from somebody else where they said so. */
export async function sitDown(ctx: HttpContext, { takeOver }: { takeOver: boolean }) {
  const form = await ctx.request.validateUsing(storeDeskSessionValidator)
  const counter = (await keptRows(Counter)).find(({ id, active }) => id === form.counter && active)
  if (!counter) throw noSuchRecord(await viewerOf(ctx))
  const user = ctx.auth.use('web').getUserOrFail()
  await assertVisible(user, counter.locationId)
  await answerOnce(ctx, `sit:${counter.id}:${takeOver}`, async () => {
    const automatic = form.automatic === 'yes'
    const sat = await new SitDown().handle({ counter, userId: user.id, automatic, takeOver })
    return sat.ok ? done('seated') : refused(sat.reason)
  })
}
