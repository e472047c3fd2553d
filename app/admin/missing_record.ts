import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#app/admin/panel'

/** Says so within the panel, from where the person goes on. */
export const answerMissing = (ctx: HttpContext, status: number): Promise<void> =>
  answer(ctx, { status, view: 'missing', title: ctx.i18n.t('web.errors.404.title') })

/** Says that only one location is shown, with the way to see what was asked for. */
export const answerOutOfSight = (ctx: HttpContext, status: number): Promise<void> =>
  answer(ctx, { status, view: 'elsewhere', title: ctx.i18n.t('admin.locations.elsewhere_title') })

type Page = { status: number; view: string; title: string }

async function answer(ctx: HttpContext, { status, view, title }: Page): Promise<void> {
  const { request, response } = ctx
  response.status(status).header('Cache-Control', 'no-store')
  if (request.accepts(['html', 'json']) === 'json') return response.send({ error: status })
  response.send(await renderPanel(ctx, `admin/pages/${view}`, { title }))
}
