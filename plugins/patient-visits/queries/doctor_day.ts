import db from '@adonisjs/lucid/services/db'
import { readRecords } from '#core/platform'
import { dayBounds, type LocalDate } from '#core/scheduling'
import { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

const OPEN = ['pending', 'confirmed']

type Wanted = {
  doctorId: number
  /** Local day of the unit. */
  day: LocalDate
  zone: string
}

export type DoctorDay = {
  /** In order of time. */
  visits: BookedVisit[]
  /** So much else the doctor has; it is not cancelled from here. */
  others: number
}

/** All that a doctor has or had on a day, of whatever plugin; what was given up as well. */
export async function doctorDay({ doctorId, day, zone }: Wanted): Promise<DoctorDay> {
  const { from, to } = dayBounds(zone, day)
  const sessions = db
    .from('scheduling_allocations')
    .select('session_id')
    .where('resource_id', doctorId)
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
  const query = BookedVisit.query()
    .whereNotNull('customerId')
    .whereIn('sessionId', sessions)
    .orderBy('startsAt')
    .orderBy('id')
  const all = await readRecords(query, ['service', 'location', 'customer', 'visit', 'type'])
  const others = all.filter(({ visit, state }) => visit === null && OPEN.includes(state))
  return { visits: all.filter(({ visit }) => visit !== null), others: others.length }
}
