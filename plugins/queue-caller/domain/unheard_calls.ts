import type { Announced } from '#plugins/queue-caller/domain/shown_calls'

/** After a lost connection nobody is called out loud who was called longer ago than this. */
const NEWS_MS = 30_000

/** One announcement of one ticket: the same ticket called again is another one. */
export const announcementKey = ({ id, at }: Pick<Announced, 'id' | 'at'>): string => `${id}@${at}`

/**
 * Calls that a screen has to announce, in the order in which they were made. Which ones it has
 * announced is known by key: two counters that call at once may be heard of in either order.
 */
export const unheardCalls = (
  calls: readonly Announced[],
  heard: ReadonlySet<string>,
  now: number
): Announced[] =>
  calls
    .filter(({ state, at }) => state === 'called' && now - at <= NEWS_MS)
    .filter((call) => !heard.has(announcementKey(call)))
    .toSorted((a, b) => a.at - b.at)
