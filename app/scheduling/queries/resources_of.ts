import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import type { ResourceKind } from '#app/scheduling/models/resource'

/** What a session occupies, or occupied until it was given up. */
export interface OccupiedResource {
  readonly id: number
  readonly kind: ResourceKind
  readonly name: string
}

type Row = OccupiedResource & { session_id: number }

/** Persons, rooms and devices of sessions, by session, in the order of the planner. One statement. */
export async function resourcesOf(
  sessionIds: readonly number[]
): Promise<Map<number, OccupiedResource[]>> {
  if (sessionIds.length === 0) return new Map()
  const found = await rows<Row>(
    db.connection(),
    `select distinct a.session_id, x.id, x.kind, x.name, x.position
     from scheduling_allocations a join scheduling_resources x on x.id = a.resource_id
     where a.session_id in (${marks(sessionIds)})
     order by x.position, x.id`,
    [...sessionIds]
  )
  return Map.groupBy(found, ({ session_id: sessionId }) => sessionId)
}
