import type { HttpContext } from '@adonisjs/core/http'
import { assertVisible } from '#core/accounts'
import { noSuchRecord, viewerOf } from '#core/admin'
import { keptRows } from '#core/platform'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
import { answerOnce, done, locationOf, refused } from '#plugins/queue-caller/controllers/at_counter'
import { Line } from '#plugins/queue-caller/models/line'
import { storeDeskWalkInValidator } from '#plugins/queue-caller/validators/desk'

/** Q1: a number for somebody who stands at the counter. */
export default class DeskWalkInsController {
  async store(ctx: HttpContext) {
    const { to_line: lineId } = await ctx.request.validateUsing(storeDeskWalkInValidator)
    const line = (await keptRows(Line)).find(({ id, active }) => id === lineId && active)
    if (!line) throw noSuchRecord(await viewerOf(ctx))
    await assertVisible(ctx.auth.use('web').getUserOrFail(), line.locationId)
    await answerOnce(ctx, `issue:${line.id}`, async () => {
      const location = await locationOf(line)
      const issued = await new IssueTicket().handle({ line, location, by: ctx.actor })
      return issued.ok ? done('issued', issued.ticket.code) : refused(issued.reason)
    })
  }
}
