import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isTokenOf } from '#app/web/csrf'
import { E_STALE_FORM } from '#app/web/exceptions'

/** Signed-in people's forms carry their session's token, besides coming from our own page. */
export default class CsrfMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, actor } = ctx
    if (actor.kind === 'public' || request.method() === 'GET' || request.method() === 'HEAD') {
      return next()
    }
    const sent: unknown = request.body()._csrf ?? request.header('x-csrf-token')
    if (!isTokenOf(ctx, sent)) throw new E_STALE_FORM()
    return next()
  }
}
