import { keptRows } from '#core/platform'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'

/** By whose clock a service level counts; null of a ticket without one. The process knows all. */
export async function levelZone(serviceLevelId: number | null): Promise<string | null> {
  if (serviceLevelId === null) return null
  const level = (await keptRows(ServiceLevel)).find(({ id }) => id === serviceLevelId)
  const calendar = (await keptRows(Calendar)).find(({ id }) => id === level?.calendarId)
  return calendar?.zone ?? null
}
