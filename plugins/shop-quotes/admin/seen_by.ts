import type { Query, Viewer } from '#core/admin'

/** Staff of some locations see what belongs to these and to the whole organisation. */
export function seenAtLocations(query: Query, { locationIds }: Viewer): void {
  if (locationIds === null) return
  query.where((seen) => void seen.whereNull('locationId').orWhereIn('locationId', locationIds))
}
