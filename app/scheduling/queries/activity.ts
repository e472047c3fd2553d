import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import type { LocalDate } from '#app/scheduling/domain/local_date'

/** Days of both ends included, at these locations; null for all. */
export type Activity = {
  readonly locationIds: readonly number[] | null
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Confirmed appointments of each local day that has any. */
export async function appointmentsByDay(activity: Activity): Promise<Map<LocalDate, number>> {
  const { where, bindings } = narrowed(activity)
  const found = await rows<{ day: LocalDate; n: number | string }>(
    db.connection(),
    `select day, count(*) as n from scheduling_reservations
     where state = 'confirmed' and ${where} group by day`,
    bindings
  )
  return new Map(found.map(({ day, n }) => [day, Number(n)]))
}

export type Results = { appointments: number; noShows: number; cancelled: number }

/** What became of the appointments of these days; what was never confirmed does not count. */
export async function resultsOf(activity: Activity): Promise<Results> {
  const { where, bindings } = narrowed(activity)
  const found = await rows<{ state: string; outcome: string | null; n: number | string }>(
    db.connection(),
    `select state, outcome, count(*) as n from scheduling_reservations
     where number is not null and ${where} group by state, outcome`,
    bindings
  )
  const count = (keep: (row: (typeof found)[number]) => boolean) =>
    found.filter(keep).reduce((sum, { n }) => sum + Number(n), 0)
  return {
    appointments: count(({ state }) => state === 'confirmed'),
    noShows: count(({ outcome }) => outcome === 'no_show'),
    cancelled: count(({ state }) => state === 'released'),
  }
}

function narrowed({ locationIds, from, to }: Activity) {
  const bindings: (string | number)[] = [from, to]
  if (locationIds === null) return { where: 'day between ? and ?', bindings }
  const places = locationIds.length > 0 ? locationIds : [0]
  return {
    where: `day between ? and ? and location_id in (${marks(places)})`,
    bindings: [...bindings, ...places],
  }
}
