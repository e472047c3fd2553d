import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isHttps } from '#config/app'
import { securityHeaders } from '#app/web/security_headers'

const HEADERS = Object.entries(securityHeaders(isHttps))

/** First of all, so that static files, redirects and error pages carry the headers as well. */
export default class SecurityHeadersMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    for (const [name, value] of HEADERS) response.header(name, value)
    response.header('X-Request-Id', request.id()!)
    return next()
  }
}
