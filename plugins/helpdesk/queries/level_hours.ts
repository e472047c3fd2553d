import db from '@adonisjs/lucid/services/db'
import type { Hours, Week } from '#core/admin'
import { rows } from '#core/platform'
import type { BusinessCalendar } from '#plugins/helpdesk/domain/business_time'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'
import { businessCalendar } from '#plugins/helpdesk/models/calendar_days'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'

/** By which hours a service level counts, and what both are called. */
export type LevelHours = {
  level: string
  calendar: string
  zone: string
  days: BusinessCalendar
}

type HoursRow = {
  level: string
  calendar: string
  zone: string
  hours: string
  day: string | null
  day_name: string | null
  day_hours: string | null
}

/** In one statement, for pages that show them; null of a ticket without a service level. */
export async function levelHours(serviceLevelId: number | null): Promise<LevelHours | null> {
  if (serviceLevelId === null) return null
  const sql = `select l.name as level, c.name as calendar, c.zone, c.hours,
    d.day, d.name as day_name, d.hours as day_hours
    from ${ServiceLevel.table} l join ${Calendar.table} c on c.id = l.calendar_id
    left join ${CalendarDay.table} d on d.calendar_id = c.id where l.id = ?`
  const found = await rows<HoursRow>(db.connection(), sql, [serviceLevelId])
  if (found.length === 0) return null
  const { level, calendar, zone, hours } = found[0]
  const differing = found.flatMap(({ day, day_name: name, day_hours: own }) =>
    day === null ? [] : [{ day, name: name!, hours: JSON.parse(own!) as Hours[] }]
  )
  const days = businessCalendar({ zone, hours: JSON.parse(hours) as Week, days: differing })
  return { level, calendar, zone, days }
}
