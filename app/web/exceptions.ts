import { createError, Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { sendFormAgain } from '#app/web/form_again'

/** A form that none of our pages sent. */
export const E_FOREIGN_FORM = createError(
  'The form was not sent by one of our own pages',
  'E_FOREIGN_FORM',
  403
)

/** The token of a signed-in form belongs to another or an ended session. */
export class E_STALE_FORM extends Exception {
  static override status = 419
  static override code = 'E_STALE_FORM'
  static override message = 'The form belongs to another session'

  async handle(error: this, ctx: HttpContext) {
    if (ctx.request.accepts(['html', 'json']) === 'json') {
      return ctx.response.status(error.status).send({ error: error.status })
    }
    const [title, text] = ['title', 'text'].map((part) => ctx.i18n.t(`web.errors.419.${part}`))
    return sendFormAgain(ctx, { title, text, status: error.status })
  }
}

export const E_UNKNOWN_HOST = createError(
  'The Host header names no address of this installation; set APP_URL to the public address',
  'E_UNKNOWN_HOST',
  400
)

export const E_UNSUPPORTED_BODY = createError(
  'The body is not of a type that this route reads',
  'E_UNSUPPORTED_BODY',
  415
)

/** The sender went away in the middle; nobody reads the answer. */
export const E_UNFINISHED_BODY = createError(
  'The connection ended before the body did',
  'E_UNFINISHED_BODY',
  400
)

export const E_UNREADABLE_TEXT = createError(
  'The address or the form contains a NUL character',
  'E_UNREADABLE_TEXT',
  400
)

/** More attempts than a limit allows; `retryAfter` in seconds. */
export class E_TOO_MANY_ATTEMPTS extends Exception {
  static override status = 429
  static override code = 'E_TOO_MANY_ATTEMPTS'
  static override message = 'Too many attempts'

  constructor(readonly retryAfter: number) {
    super()
  }
}
