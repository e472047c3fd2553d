import type { Panel } from '#core/admin'
import { urlFor } from '#core/platform'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentTargets } from '#plugins/helpdesk/presenters/deadlines'
import { inOrder } from '#plugins/helpdesk/queries/deadlines_of'
import { levelZone } from '#plugins/helpdesk/queries/level_zone'

/** What is promised for the ticket, how it stands, and the way to how it was counted. */
export const deadlinesPanel: Panel<Ticket> = {
  id: 'deadlines',
  title: 'helpdesk.deadlines.panel',
  view: 'helpdesk::admin/deadlines_panel',
  data: async ({ id, serviceLevelId, targets: promised }, viewer) => {
    const targets = inOrder(promised)
    if (targets.length === 0) return null
    const place = { viewer, zone: (await levelZone(serviceLevelId)) ?? viewer.zone }
    return {
      table: presentTargets(targets, place),
      explain: urlFor('helpdesk.deadlines.show', { id }),
    }
  },
}
