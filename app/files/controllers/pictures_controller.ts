import type { HttpContext } from '@adonisjs/core/http'
import { readableFile, showPicture } from '#app/files/serve'

export default class PicturesController {
  async show(ctx: HttpContext) {
    return showPicture(ctx, await readableFile(ctx))
  }
}
