import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { declaredRoute } from '#core/platform'
import { E_UNSUPPORTED_BODY } from '#app/web/exceptions'
import { jsonText } from '#app/web/json_text'
import { limitPartHeaders } from '#app/web/part_headers'

/** Runs before the body parser: what a route does not read is refused unread. */
export default class BodyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (!request.hasBody() || request.is(['application/x-www-form-urlencoded'])) return next()
    if (request.is(['multipart/form-data']) && declaredRoute(ctx)?.upload) {
      limitPartHeaders(request.request)
      return next()
    }
    if (request.is(['application/json']) && declaredRoute(ctx)?.machine) {
      request.updateRawBody(await jsonText(request.request))
      return next()
    }
    throw new E_UNSUPPORTED_BODY()
  }
}
