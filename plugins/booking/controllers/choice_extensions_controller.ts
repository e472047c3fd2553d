import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { extendChoice } from '#plugins/booking/actions/keep_choice'
import { carried } from '#plugins/booking/presenters/carried'
import { pageBehindDraft } from '#plugins/booking/presenters/draft_visit'

/** B7: a little more time to fill in the form. */
export default class ChoiceExtensionsController {
  async store(ctx: HttpContext) {
    const page = await pageBehindDraft(ctx)
    if (!page) return
    const extended = await extendChoice(page.draft)
    const told = extended.ok ? {} : { told: extended.reason }
    const address = urlFor(
      'booking.details.edit',
      { token: page.token },
      { ...carried(ctx), ...told }
    )
    return ctx.response.redirect().status(303).toPath(address)
  }
}
