import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isHttps } from '#config/app'
import { securityHeaders } from '#app/web/security_headers'

const HEADERS = Object.entries(securityHeaders(isHttps))
const REQUEST_ID = /^[\w-]{8,64}$/

/** First of all, so that static files, redirects and error pages carry the headers as well. */
export default class SecurityHeadersMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    for (const [name, value] of HEADERS) response.header(name, value)
    if (!REQUEST_ID.test(request.id()!)) this.#replaceId(ctx)
    response.header('X-Request-Id', request.id()!)
    return next()
  }

  /** A proxy may give the id; what is no id must not end up in logs and pages. */
  #replaceId(ctx: HttpContext) {
    const id = randomUUID()
    ctx.request.headers()['x-request-id'] = id
    ctx.logger = ctx.logger.child({ request_id: id })
  }
}
