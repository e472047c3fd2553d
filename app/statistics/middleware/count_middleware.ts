import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { clock, declaredRoute } from '#core/platform'
import { countView } from '#app/statistics/counter'
import { visitorOf } from '#app/statistics/cookie'
import { referrerOf } from '#app/statistics/domain/views'
import { pageKind } from '#app/statistics/page_kind'

/** Element that scripts ask for once a choice is made. */
const BANNER = 'consent'

/** Counts pages, shown again out of the page cache or not, of visitors who agreed and of no other. */
export default class CountMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await next()
    if (!ctx.consent.agrees('statistics') || !isWholePage(ctx)) return
    const route = ctx.keptRoute ?? declaredRoute(ctx)
    if (route?.area !== 'site' && route?.area !== 'account') return
    countView({
      at: clock.now(),
      visitor: visitorOf(ctx),
      page: pageKind(route),
      language: String(ctx.response.getHeader('Content-Language')),
      referrer: referrerOf(ctx.request.header('referer'), ctx.request.host()!),
    })
  }
}

/**
 * What a person sees as a page: no part of one, nothing that a browser fetches in advance. Of who
 * has just agreed, the page below the banner counts.
 */
function isWholePage({ request, response }: HttpContext): boolean {
  const part = request.header('x-alpine-request') && request.header('x-alpine-target')
  if (request.method() !== 'GET' || (part && part !== BANNER)) return false
  if (request.header('sec-purpose')) return false
  if (response.getStatus() === 304) return true
  const body: unknown = response.getBody()
  return (
    response.getStatus() === 200 && typeof body === 'string' && /^\s*<!doctype html/i.test(body)
  )
}
