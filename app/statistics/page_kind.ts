import { registry, type RouteDeclaration } from '#core/platform'

/**
 * What a page is counted as: its route, in whose name no token and no record stands. That somebody
 * looks at pages of a clinic may tell of their health: those are all one kind.
 */
export function pageKind({ owner, name }: RouteDeclaration): string {
  const isOfHealth = registry.plugins.some(({ id, healthRecords }) => id === owner && healthRecords)
  return isOfHealth ? owner : name
}
