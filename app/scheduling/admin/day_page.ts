import type { Viewer } from '#core/admin'
import { Location } from '#core/organisation'
import { dayEntries, type DayEntry } from '#app/scheduling/admin/day_entries'
import type { DatedException, OpeningHours } from '#app/scheduling/domain/calendar_terms'
import type { LocalDate } from '#app/scheduling/domain/local_date'
import { dayBounds } from '#app/scheduling/domain/local_time'
import { Block } from '#app/scheduling/models/block'
import { OpeningException } from '#app/scheduling/models/opening_exception'
import { OpeningRule } from '#app/scheduling/models/opening_rule'
import { Resource } from '#app/scheduling/models/resource'
import { hoursOfException, hoursOfRule } from '#app/scheduling/queries/written_hours'

export interface DayFacts {
  readonly location: Location
  readonly day: LocalDate
  readonly bounds: { from: number; to: number }
  readonly resources: readonly Resource[]
  readonly entries: readonly DayEntry[]
  readonly blocks: readonly Block[]
  readonly rules: readonly OpeningHours[]
  readonly exceptions: readonly DatedException[]
}

/** Locations that the person may look at, by name. */
export function locationsFor({ locationIds }: Viewer): Promise<Location[]> {
  const query = Location.query().where('active', true).orderBy('name')
  if (locationIds) query.whereIn('id', locationIds)
  return query.exec()
}

/** Everything that one day at one location is made of: five statements. */
export async function dayFacts(location: Location, day: LocalDate): Promise<DayFacts> {
  const bounds = dayBounds(location.zone, day)
  const entries = await dayEntries([location.id], [day])
  const used = new Set(entries.map(({ resourceId }) => resourceId))
  const resources = await Resource.query()
    .where('locationId', location.id)
    .orderBy('position')
    .orderBy('id')
  const blocks = await Block.query()
    .where('locationId', location.id)
    .where('startsAt', '<', bounds.to)
    .where('endsAt', '>', bounds.from)
  const rules = await OpeningRule.query().where('locationId', location.id)
  const exceptions = await OpeningException.query()
    .where('locationId', location.id)
    .where('toDay', '>=', day)
    .where('fromDay', '<=', day)
  return {
    location,
    day,
    bounds,
    entries,
    blocks,
    resources: resources.filter(({ id, active }) => active || used.has(id)),
    rules: rules.map(hoursOfRule),
    exceptions: exceptions.map(hoursOfException),
  }
}
