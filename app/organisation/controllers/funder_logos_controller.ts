import { errors, type HttpContext } from '@adonisjs/core/http'
import { showPublicPicture } from '#core/files'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

/** A logo of the footer. */
export default class FunderLogosController {
  async show(ctx: HttpContext) {
    const { funders } = await currentOrganisation()
    const funder = funders.find(({ picture }) => picture === ctx.params.id)
    if (!funder) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    return showPublicPicture(ctx, funder)
  }
}
