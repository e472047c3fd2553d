import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#app/admin/panel'
import { viewerOf } from '#app/admin/viewer'

/** The keys of the panel: a dialog on `?`, and this page. */
export default class KeysController {
  async show(ctx: HttpContext) {
    const { t } = await viewerOf(ctx)
    return renderPanel(ctx, 'admin/pages/keys', { title: t('admin.keys.title') })
  }
}
