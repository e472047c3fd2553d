import StaticMiddleware from '@adonisjs/static/static_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import { inject } from '@adonisjs/core'
import type { NextFn } from '@adonisjs/core/types/http'

/** Files have an extension and pages have none: pages do not look at the disk first. */
@inject()
export default class FilesMiddleware {
  constructor(private files: StaticMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    return ctx.request.url().includes('.') ? this.files.handle(ctx, next) : next()
  }
}
