import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { E_UNREADABLE_TEXT } from '#app/web/exceptions'

/**
 * No keyboard types a NUL character and PostgreSQL stores none: an address or a form with one is
 * refused here, before a query fails of it.
 */
export default class ReadableTextMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const address = request.request.url ?? ''
    if (address.includes('%00') || JSON.stringify(request.body()).includes('\\u0000'))
      throw new E_UNREADABLE_TEXT()
    return next()
  }
}
