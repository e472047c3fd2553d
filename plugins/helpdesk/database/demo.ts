import { Location } from '#core/organisation'
import { clock, transaction } from '#core/platform'
import { playTicket } from '#plugins/helpdesk/database/demo/play_ticket'
import { setUp } from '#plugins/helpdesk/database/demo/set_up'
import { TICKETS } from '#plugins/helpdesk/database/demo/tickets'
import { Team } from '#plugins/helpdesk/models/team'

/**
 * H1–H6: two teams that look after offices, their hours and promises, a guided menu, and three
 * weeks of tickets, made by the same steps as any. A helpdesk that is set up is left alone.
 */
export async function helpdeskDemo(): Promise<void> {
  if (await Team.query().first()) return
  const location = await Location.query().orderBy('id').first()
  const now = clock.now()
  const office = await transaction((trx) => setUp(trx, { zone: location?.zone ?? 'UTC', now }))
  for (const ticket of TICKETS) await playTicket(ticket, office)
}
