import type { Query, Viewer } from '#core/admin'

/** Records of locations and of the whole organisation: staff see those of their locations, and these. */
export function seenAtLocations(query: Query, { locationIds }: Viewer): void {
  if (locationIds === null) return
  void query.where((seen) => void seen.whereNull('locationId').orWhereIn('locationId', locationIds))
}
