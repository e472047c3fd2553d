import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentBoard } from '#plugins/queue-caller/presenters/board'
import { boardFacts } from '#plugins/queue-caller/queries/board_facts'
import { locationsWithLines } from '#plugins/queue-caller/queries/locations_with_lines'

/** Q6: every queue at a glance, kept up to date while the page is open. */
export default class BoardsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { locationIds, t } = viewer
    const all = await locationsWithLines()
    const facts = await boardFacts(all.filter(({ id }) => locationIds?.includes(id) ?? true))
    return renderPanel(ctx, 'queue_caller::admin/board', {
      title: t('queue-caller.admin.board.title'),
      places: facts.map((one) => presentBoard(one, viewer)),
      mayServe: viewer.can('queue-caller.serve'),
    })
  }
}
