import { Location } from '#core/organisation'
import type { Client } from '#core/platform'
import type { BusinessCalendar } from '#plugins/helpdesk/domain/business_time'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { businessCalendar, type WrittenCalendar } from '#plugins/helpdesk/models/calendar_days'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'

/** Monday to Friday, where nobody has written a calendar yet. */
const WORKDAYS = Object.fromEntries(
  [1, 2, 3, 4, 5].map((day) => [day, [{ opens: '09:00', closes: '17:00' }]])
)

export type Hours = {
  /** What is promised; null of a ticket without a service level. */
  level: ServiceLevel | null
  calendar: BusinessCalendar
  zone: string
}

/** By which hours a ticket is worked on: those of its service level, else of the first calendar. */
export async function hoursOf(client: Client, serviceLevelId: number | null): Promise<Hours> {
  const level =
    serviceLevelId === null
      ? null
      : await ServiceLevel.query({ client })
          .where('id', serviceLevelId)
          .preload('targets')
          .preload('calendar', (calendar) => calendar.preload('days'))
          .first()
  const written = level?.calendar ?? (await firstCalendar(client))
  return { level, calendar: businessCalendar(written), zone: written.zone }
}

async function firstCalendar(client: Client): Promise<WrittenCalendar> {
  const calendar = await Calendar.query({ client }).orderBy('id').preload('days').first()
  if (calendar) return calendar
  const location = await Location.query({ client }).orderBy('id').first()
  return { zone: location?.zone ?? 'UTC', hours: WORKDAYS, days: [] }
}
