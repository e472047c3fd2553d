import type { HttpContext } from '@adonisjs/core/http'
import { errorRecord } from '#core/platform'
import type { ErrorPage } from '#app/web/domain/error_page'

export type ErrorState = {
  page: ErrorPage
  title: string
  text: string
  /** For people who ask for help; only of errors that are ours. */
  requestId: string | null
}

/** A page of its own for this error and person; null where the public page serves. */
type OwnPage = (ctx: HttpContext, state: ErrorState) => Promise<string | null>

let ownPage: OwnPage = async () => null

/** How errors look to people at work in the panel; `#core/admin` supplies it at boot. */
export const supplyErrorPage = (supplied: OwnPage): void => void (ownPage = supplied)

/**
 * The page of an error: what happened, what is kept, what to do. When even the layout cannot be
 * rendered, the same words on a bare page.
 */
export async function renderErrorPage(ctx: HttpContext, page: ErrorPage): Promise<string> {
  const retryAfter = Number(ctx.response.getHeader('Retry-After') ?? 0)
  const state: ErrorState = {
    page,
    title: ctx.i18n.t(`web.errors.${page}.title`),
    text: ctx.i18n.t(`web.errors.${page}.text`, {
      minutes: Math.max(1, Math.ceil(retryAfter / 60)),
    }),
    requestId: page === 500 ? (ctx.request.id() ?? null) : null,
  }
  try {
    return (await ownPage(ctx, state)) ?? (await ctx.view.render('web/pages/error', state))
  } catch (error) {
    ctx.logger.error({ error: errorRecord(error) }, 'The error page failed')
    return ctx.view.render('web/pages/bare_error', state)
  }
}
