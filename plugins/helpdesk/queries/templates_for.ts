import { Template } from '#plugins/helpdesk/models/template'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

/** Words that are sent often, by the team that has the ticket. */
export const templatesFor = ({ teamId }: Ticket): Promise<Template[]> =>
  Template.query()
    .where('active', true)
    .where((own) => void own.whereNull('teamId').orWhere('teamId', teamId))
    .orderBy('position')
    .orderBy('name')
