type Place = { id: number; active: boolean }

/** A longer menu on every page helps nobody; lists have a filter that is searched. */
export const MOST_CHOOSABLE = 30

/**
 * The locations to which a person may narrow what they see: none beyond their reach (null is
 * everywhere), so that nobody widens it, and none where there is only one
 * or too many.
 */
export function choosable<P extends Place>(
  places: readonly P[],
  reach: readonly number[] | null
): P[] {
  const own = places.filter(({ id, active }) => active && (reach === null || reach.includes(id)))
  return own.length > 1 && own.length <= MOST_CHOOSABLE ? own : []
}
