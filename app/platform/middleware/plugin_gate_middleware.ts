import { errors, type HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isActive } from '#app/platform/enabled_plugins'
import { declaredRoute } from '#app/platform/routes'

/**
 * Answers 404 for every address of a disabled plugin. It runs before session and CSRF, so that
 * a form posted to a plugin that was just switched off is a plain 404 as well.
 */
export default class PluginGateMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const route = declaredRoute(ctx)
    if (route && !(await isActive(route.owner))) {
      throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    }
    return next()
  }
}
