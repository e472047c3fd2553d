import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { levelZone } from '#plugins/helpdesk/queries/level_zone'

/** By the clock of its service level, as the mails about it and its deadlines say. */
export async function ticketZone({
  serviceLevelId,
}: Pick<Ticket, 'serviceLevelId'>): Promise<string> {
  return (await levelZone(serviceLevelId)) ?? siteZone()
}

/** That of the first place. */
async function siteZone(): Promise<string> {
  const places = await keptRows(Location)
  return places.toSorted((one, other) => one.id - other.id).at(0)?.zone ?? 'UTC'
}
