import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import env from '#start/env'
import { isKnownHost } from '#app/web/domain/own_page'
import { E_UNKNOWN_HOST } from '#app/web/exceptions'

/** Refuses names that are not ours; links are built from APP_URL whatever the header says. */
export default class KnownHostMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (!isKnownHost(request.host(), env.APP_URL)) throw new E_UNKNOWN_HOST()
    return next()
  }
}
