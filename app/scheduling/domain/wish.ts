import type { RequiredPlaces } from '#app/scheduling/domain/calendar_terms'

/**
 * Requirements with one resource named: "1 of {A, B}" with a wish for B becomes "1 of {B}",
 * "2 of {A, B, C}" becomes "1 of {B} and 1 of {A, C}". Null where B serves none of them.
 */
export function withWish(
  requirements: readonly RequiredPlaces[],
  resourceId: number | undefined
): readonly RequiredPlaces[] | null {
  if (resourceId === undefined) return requirements
  const at = requirements.findIndex(({ resourceIds }) => resourceIds.includes(resourceId))
  if (at < 0) return null
  const { need, resourceIds } = requirements[at]
  const rest = { need: need - 1, resourceIds: resourceIds.filter((id) => id !== resourceId) }
  const wished = { need: 1, resourceIds: [resourceId] }
  return requirements.toSpliced(at, 1, wished, ...(rest.need > 0 ? [rest] : []))
}
