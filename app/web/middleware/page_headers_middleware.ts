import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { declaredRoute } from '#core/platform'
import { contentSecurityPolicy } from '#app/web/domain/content_security_policy'
import { isFramed } from '#app/web/page_state'
import { devicePermissions } from '#app/web/security_headers'

/** Headers that depend on how the route is declared: `embed`, `secret`, or of a device. */
export default class PageHeadersMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const route = declaredRoute(ctx)
    if (route?.embed) this.#allowFrames(ctx)
    if (isFramed(ctx)) ctx.view.share({ embed: true })
    if (route?.secret) this.#keepSecret(ctx)
    if (route?.area === 'device') ctx.response.header('Permissions-Policy', devicePermissions())
    return next()
  }

  #allowFrames({ organisation, response }: HttpContext) {
    const hosts = organisation.allowedEmbedHosts
    if (hosts.length === 0) return
    response.header('Content-Security-Policy', contentSecurityPolicy(hosts))
    // The old header knows no list of hosts; browsers that read it only have the policy above.
    response.removeHeader('X-Frame-Options')
  }

  #keepSecret({ response }: HttpContext) {
    response.header('Referrer-Policy', 'no-referrer')
    response.header('X-Robots-Tag', 'noindex, nofollow')
  }
}
