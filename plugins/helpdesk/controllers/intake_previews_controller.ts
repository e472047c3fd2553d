import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { draftTree } from '#plugins/helpdesk/domain/intake_tree'
import { presentPreview } from '#plugins/helpdesk/presenters/intake_preview'
import { intakeDraft } from '#plugins/helpdesk/queries/intake_draft'

/** The menu that is being edited, walked as a customer does; nothing is kept. */
export default class IntakePreviewsController {
  async show(ctx: HttpContext) {
    const { t, locale } = await viewerOf(ctx)
    const tree = draftTree(await intakeDraft())
    const page = await presentPreview(tree, ctx.request.qs(), locale)
    const title = t('helpdesk.admin.intake_preview.title')
    const back = { label: t('helpdesk.admin.intake.title'), href: urlFor('helpdesk.intake') }
    return renderPanel(ctx, 'helpdesk::admin/intake_preview', { title, back, page })
  }
}
