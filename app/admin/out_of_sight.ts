import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#app/admin/panel'

/** Says that only one location is shown, with the way to see what was asked for. */
export async function answerOutOfSight(ctx: HttpContext, status: number): Promise<void> {
  const { request, response, i18n } = ctx
  response.status(status).header('Cache-Control', 'no-store')
  if (request.accepts(['html', 'json']) === 'json') return response.send({ error: status })
  const title = i18n.t('admin.locations.elsewhere_title')
  response.send(await renderPanel(ctx, 'admin/pages/elsewhere', { title }))
}
