import type { HttpContext } from '@adonisjs/core/http'
import { readableFile, sendFile } from '#app/files/serve'

export default class FilesController {
  async show(ctx: HttpContext) {
    return sendFile(ctx, await readableFile(ctx))
  }
}
