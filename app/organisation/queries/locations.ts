import { Location } from '#app/organisation/models/location'

/** Places that the public may choose, by name. */
export function offeredLocations(): Promise<Location[]> {
  return Location.query().withScopes((scopes) => scopes.offered())
}

/** The offered place with this slug, or null. */
export function offeredLocation(slug: string): Promise<Location | null> {
  return Location.query()
    .withScopes((scopes) => scopes.offered())
    .where('slug', slug)
    .first()
}
