import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { findPage, forgetPages, pageKey, storePage } from '#app/web/page_cache'

/** Answers with a page that is still fresh before anything else is done for the request. */
export default class PageCacheMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    const key = pageKey(ctx)
    const page = key === null ? null : await findPage(key)
    if (page) {
      ctx.keptRoute = page.route
      for (const [name, value] of page.headers) response.header(name, value)
      if (!page.headers.some(([name]) => name === 'X-Frame-Options')) {
        response.removeHeader('X-Frame-Options')
      }
      response.header('ETag', page.etag)
      if (request.header('if-none-match') === page.etag) return response.status(304)
      return response.type('html').send(page.body)
    }
    const began = performance.now()
    await next()
    if (request.method() === 'POST') {
      if (!ctx.leavesPages) forgetPages()
    } else if (key !== null && ctx.isKept) {
      storePage(key, ctx, began)
    }
  }
}
