import { keptRows, type Client } from '#core/platform'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Line } from '#plugins/queue-caller/models/line'

export const inOrder = (
  a: { position: number; id: number },
  b: { position: number; id: number }
): number => a.position - b.position || a.id - b.id

/** Lines of a location that give out tickets, as they stand on kiosks and boards. */
export async function linesOf(locationId: number): Promise<Line[]> {
  const all = await keptRows(Line)
  return all.filter((line) => line.active && line.locationId === locationId).sort(inOrder)
}

/** The line that a ticket stands in, also one that gives out no tickets any more. */
export const lineOf = (client: Client, { lineId }: { lineId: number }): Promise<Line> =>
  Line.findOrFail(lineId, { client })

/** The same for a page that is only read; not within a transaction. */
export async function lineNamed(id: number): Promise<Line> {
  return (await keptRows(Line)).find((one) => one.id === id) ?? Line.findOrFail(id)
}

/** Counters of a location at which people are served. */
export async function countersOf(locationId: number): Promise<Counter[]> {
  const all = await keptRows(Counter)
  return all.filter((counter) => counter.active && counter.locationId === locationId).sort(inOrder)
}
