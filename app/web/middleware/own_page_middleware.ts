import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { appUrl } from '#config/app'
import { declaredRoute } from '#core/platform'
import { isFromOwnPage } from '#app/web/domain/own_page'
import { E_FOREIGN_FORM } from '#app/web/exceptions'

/**
 * Whatever changes something must come from one of our own pages. This protects forms of people
 * without a session, which therefore need no cookie; signed-in forms carry a token besides.
 */
export default class OwnPageMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (declaredRoute(ctx)?.machine || request.method() === 'GET' || request.method() === 'HEAD')
      return next()
    const own = isFromOwnPage({
      site: request.header('sec-fetch-site'),
      origin: request.header('origin'),
      host: request.host()!,
      publicUrl: appUrl,
    })
    if (!own) throw new E_FOREIGN_FORM()
    return next()
  }
}
