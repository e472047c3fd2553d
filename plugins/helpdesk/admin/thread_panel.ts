import type { Panel } from '#core/admin'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentThread } from '#plugins/helpdesk/presenters/desk_thread'
import { threadOf } from '#plugins/helpdesk/queries/thread'

/** Everything that was said and done, newest first. */
export const threadPanel: Panel<Ticket> = {
  id: 'thread',
  view: 'helpdesk::admin/thread_panel',
  data: async (ticket, viewer) => ({
    entries: await presentThread(await threadOf(ticket.id), ticket, viewer),
  }),
}
