import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { followedIn } from '#plugins/helpdesk/presenters/intake_place'
import { formAddress, presentMenu } from '#plugins/helpdesk/presenters/menu'
import { publishedIntake } from '#plugins/helpdesk/queries/published_intake'

/** H2: the guided menu, one question a page. */
export default class MenusController {
  async show(ctx: HttpContext) {
    signedInCustomer(ctx)
    const version = await publishedIntake()
    const followUpOf = await followedIn(ctx, ctx.request.qs().follow_up_of)
    const menu = presentMenu(ctx, version, followUpOf)
    if (!version || menu.need === null) return ctx.view.render('helpdesk::pages/menu', menu)
    const carried = { follow_up_of: followUpOf?.publicId }
    const address = formAddress(version, menu.need, carried)
    return ctx.response.redirect().status(302).toPath(address)
  }
}
