import { clock } from '#core/platform'
import type { DatedException, OpeningHours } from '#app/scheduling/domain/calendar_terms'
import { dayNumber, minuteOfDay } from '#app/scheduling/domain/local_date'
import { localOf } from '#app/scheduling/domain/local_time'
import { publicHours, type LocationHours } from '#app/scheduling/domain/public_hours'
import { OpeningException } from '#app/scheduling/models/opening_exception'
import { OpeningRule } from '#app/scheduling/models/opening_rule'

type Place = { id: number; zone: string }

/** Opening hours of places as the public reads them, by id; two statements however many there are. */
export async function locationHours(
  places: readonly Place[]
): Promise<ReadonlyMap<number, LocationHours>> {
  const ids = places.map(({ id }) => id)
  const rules = Map.groupBy(await OpeningRule.query().whereIn('locationId', ids), ownerOf)
  const exceptions = Map.groupBy(await OpeningException.query().whereIn('locationId', ids), ownerOf)
  const found = new Map<number, LocationHours>()
  for (const { id, zone } of places) {
    const written = {
      rules: (rules.get(id) ?? []).map(ruleOf),
      exceptions: (exceptions.get(id) ?? []).map(exceptionOf),
    }
    const hours = publicHours(written, localOf(zone, clock.now()))
    if (hours) found.set(id, hours)
  }
  return found
}

const ownerOf = ({ locationId }: { locationId: number }) => locationId
const dayOf = (text: string | null) => (text === null ? null : dayNumber(text))

const ruleOf = (rule: OpeningRule): OpeningHours => ({
  resourceId: rule.resourceId,
  weekdays: rule.weekdays,
  from: minuteOfDay(rule.opens),
  to: minuteOfDay(rule.closes),
  validFrom: dayOf(rule.validFrom),
  validTo: dayOf(rule.validTo),
  publicSeats: rule.publicSeats,
  internalSeats: rule.internalSeats,
})

const exceptionOf = (exception: OpeningException): DatedException & { name: string | null } => ({
  resourceId: exception.resourceId,
  fromDay: dayNumber(exception.fromDay),
  toDay: dayNumber(exception.toDay),
  closed: exception.closed,
  from: minuteOfDay(exception.opens ?? '00:00'),
  to: minuteOfDay(exception.closes ?? '00:00'),
  publicSeats: exception.publicSeats,
  internalSeats: exception.internalSeats,
  name: exception.name,
})
