import type { Values, Viewer } from '#core/admin'
import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'

/** The clock of the location that a form speaks of. */
export async function zoneOfPlace({ locationId }: Values, viewer: Viewer): Promise<string> {
  const places = await keptRows(Location)
  return places.find(({ id }) => id === Number(locationId))?.zone ?? viewer.zone
}

/** `Europe/Rome`; where locations have several, each with the names of its own. */
export async function zonesOfPlaces({ locationIds }: Viewer): Promise<string> {
  const places = (await keptRows(Location)).filter(
    ({ id, active }) => active && (locationIds?.includes(id) ?? true)
  )
  const zones = [...new Set(places.map(({ zone }) => zone))]
  if (zones.length === 1) return zones[0]
  const namesIn = (zone: string) => places.filter((place) => place.zone === zone).map(named)
  return zones.map((zone) => `${zone} (${namesIn(zone).join(', ')})`).join(' · ')
}

const named = ({ name }: Location) => name
