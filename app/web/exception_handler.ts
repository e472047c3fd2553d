import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { errorRecord } from '#core/platform'
import { errorPageFor, isDatabaseOutage, type ErrorPage } from '#app/web/domain/error_page'
import { allowedMethod } from '#app/web/allowed_method'
import { renderErrorPage } from '#app/web/error_pages'
import { E_TOO_MANY_ATTEMPTS } from '#app/web/exceptions'

const OUTAGE_SECONDS = 5

type HandledError = Error & { status?: number; code?: string; handle?: unknown }

/**
 * Turns every error into a page in the visitor's language, or into a code for programs. Messages
 * of errors go to the log alone, since they may quote SQL, paths and what people typed.
 */
export default class WebExceptionHandler extends ExceptionHandler {
  override async handle(error: HandledError, ctx: HttpContext): Promise<void> {
    if (typeof error.handle === 'function' || isFormOfSession(error, ctx)) {
      return super.handle(error, ctx)
    }
    const status = await this.#status(error, ctx)
    const page = errorPageFor(status)
    this.#setHeaders(error, page, ctx)
    ctx.response.status(status)
    if (ctx.request.accepts(['html', 'json']) === 'json') {
      ctx.response.send({ error: page, requestId: ctx.request.id() })
    } else {
      ctx.response.send(await renderErrorPage(ctx, page))
    }
  }

  /** The stock report would print the error whole: values in SQL, details of constraints. */
  override async report(error: HandledError, ctx: HttpContext): Promise<void> {
    const httpError = this.toHttpError(error)
    const isOutage = isDatabaseOutage(error)
    if (!isOutage && (httpError.status < 500 || !this.shouldReport(httpError))) return
    const where = { method: ctx.request.method(), route: ctx.route?.name ?? null }
    const level = isOutage ? 'warn' : 'error'
    ctx.logger[level]({ error: errorRecord(error), ...where }, 'A request failed')
  }

  async #status(error: HandledError, ctx: HttpContext): Promise<number> {
    if (isDatabaseOutage(error)) return 503
    if (error.code === 'E_VALIDATION_ERROR') return 400
    if (error.code === 'E_ROW_NOT_FOUND') return 404
    if (error.code === 'E_ROUTE_NOT_FOUND') {
      const method = await allowedMethod(ctx)
      if (method) ctx.response.header('Allow', method === 'GET' ? 'GET, HEAD' : method)
      return method ? 405 : 404
    }
    return error.status ?? 500
  }

  #setHeaders(error: HandledError, page: ErrorPage, { response }: HttpContext) {
    // The page may have been made cacheable before it failed, or have led elsewhere as plain text.
    response.header('Cache-Control', 'no-store')
    response.removeHeader('Content-Type')
    response.removeHeader('Location')
    if (page === 503) response.header('Retry-After', OUTAGE_SECONDS)
    if (error instanceof E_TOO_MANY_ATTEMPTS) response.header('Retry-After', error.retryAfter)
    // What is left of a refused body is not read, so the connection can serve nothing else.
    if (page === 413 || page === 415) response.header('Connection', 'close')
  }
}

/** Signed-in people come back to their form with the errors; others have no session to keep them. */
function isFormOfSession(error: HandledError, { request, actor }: HttpContext): boolean {
  const isPage = request.accepts(['html', 'json']) !== 'json'
  return error.code === 'E_VALIDATION_ERROR' && isPage && actor?.kind !== 'public'
}
