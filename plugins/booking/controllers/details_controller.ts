import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { carried } from '#plugins/booking/presenters/carried'
import { tellOfChoice } from '#plugins/booking/presenters/choice'
import { renderDetails } from '#plugins/booking/presenters/details'
import { pageBehindDraft } from '#plugins/booking/presenters/draft_visit'
import { readDetails } from '#plugins/booking/presenters/read_details'

/** B8: who comes, and what this service asks. Everything typed survives every error. */
export default class DetailsController {
  async edit(ctx: HttpContext) {
    const page = await pageBehindDraft(ctx)
    if (!page) return
    tellOfChoice(ctx)
    return renderDetails(ctx, page, null)
  }

  async update(ctx: HttpContext) {
    const page = await pageBehindDraft(ctx)
    if (!page) return
    const read = await readDetails(ctx, page.offer.service.formId)
    const isComplete = Object.keys(read.errors).length === 0
    await page.draft.keep(read.details, isComplete)
    if (!isComplete) return renderDetails(ctx, page, read)
    const address = urlFor('booking.confirmations.create', { token: page.token }, carried(ctx))
    return ctx.response.redirect().status(303).toPath(address)
  }
}
