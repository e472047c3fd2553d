import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { levelZone } from '#plugins/helpdesk/queries/level_zone'

/** By the clock of the first place, where many tickets stand or none is yet. */
export async function siteZone(): Promise<string> {
  const places = await keptRows(Location)
  return places.toSorted((one, other) => one.id - other.id).at(0)?.zone ?? 'UTC'
}

/** By the clock of its service level, as the mails about it and its deadlines say. */
export async function ticketZone({ serviceLevelId }: Ticket): Promise<string> {
  return (await levelZone(serviceLevelId)) ?? siteZone()
}
