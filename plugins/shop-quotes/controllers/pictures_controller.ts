import { errors, type HttpContext } from '@adonisjs/core/http'
import { showPublicPicture, StoredFile } from '#core/files'
import { servicePictures } from '#plugins/shop-quotes/files'

/** The picture of a service. */
export default class PicturesController {
  async show(ctx: HttpContext) {
    const file = await StoredFile.query()
      .where({ publicId: String(ctx.params.id), use: servicePictures.id })
      .whereNotNull('recordId')
      .first()
    if (!file) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    return showPublicPicture(ctx, file)
  }
}
