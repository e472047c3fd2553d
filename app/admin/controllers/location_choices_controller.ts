import type { HttpContext } from '@adonisjs/core/http'
import { isSafePath, visibleLocationIds } from '#core/accounts'
import { urlFor } from '#core/platform'
import { choosable } from '#app/admin/domain/narrowed_reach'
import { narrowTo } from '#app/admin/narrowed_location'
import { places } from '#app/admin/queries/places'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import { storeLocationChoiceValidator } from '#app/admin/validators/location_choice'

/** The one location that a person wants to see in the panel, for this session. */
export default class LocationChoicesController {
  async store(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(storeLocationChoiceValidator)
    if (error) throw new E_NO_SUCH_RECORD()
    const { location = null, back } = form
    const reach = await visibleLocationIds(ctx.auth.use('web').getUserOrFail())
    const own = choosable(await places(), reach)
    if (location !== null && !own.some(({ id }) => id === location)) throw new E_NO_SUCH_RECORD()
    narrowTo(ctx, location)
    const to = isSafePath(back) ? back : urlFor('admin.today.show')
    return ctx.response.redirect().status(303).toPath(to)
  }
}
