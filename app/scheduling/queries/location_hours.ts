import { clock } from '#core/platform'
import { localOf } from '#app/scheduling/domain/local_time'
import { publicHours, type LocationHours } from '#app/scheduling/domain/public_hours'
import { OpeningException } from '#app/scheduling/models/opening_exception'
import { OpeningRule } from '#app/scheduling/models/opening_rule'
import { hoursOfException, hoursOfRule } from '#app/scheduling/queries/written_hours'

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
      rules: (rules.get(id) ?? []).map(hoursOfRule),
      exceptions: (exceptions.get(id) ?? []).map(hoursOfException),
    }
    const hours = publicHours(written, localOf(zone, clock.now()))
    if (hours) found.set(id, hours)
  }
  return found
}

const ownerOf = ({ locationId }: { locationId: number }) => locationId
