import type { HttpContext } from '@adonisjs/core/http'
import type { ErrorState } from '#core/web'
import { renderPanel } from '#app/admin/panel'

/**
 * Whoever is at work in the panel stays in it when a page refuses them. What failed by itself is
 * shown plainly, since the panel may be what fails; so is an address that nobody declared, for
 * which no session is read.
 */
export async function errorInPanel(ctx: HttpContext, state: ErrorState): Promise<string | null> {
  const { page, title, text } = state
  const isPanel = ctx.route?.pattern.startsWith('/admin') ?? false
  if (!isPanel || page >= 500 || !ctx.can('admin.view')) return null
  const isRefused = page === 403 && ctx.request.method() === 'GET'
  return renderPanel(ctx, 'admin/pages/error', {
    title,
    text: isRefused ? ctx.i18n.t('admin.errors.not_allowed') : text,
  })
}
