import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentIntake } from '#plugins/helpdesk/presenters/intake_page'
import { intakeDraft } from '#plugins/helpdesk/queries/intake_draft'
import { publishedIntake } from '#plugins/helpdesk/queries/published_intake'

/** H2: the guided menu that is being edited, as a tree. */
export default class IntakesController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const [nodes, latest] = [await intakeDraft(), await publishedIntake()]
    const title = viewer.t('helpdesk.admin.intake.title')
    const page = await presentIntake({ nodes, latest, viewer })
    return renderPanel(ctx, 'helpdesk::admin/intake', { title, page })
  }
}
