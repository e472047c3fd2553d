import type { TimelineEntry, TimelineSource, Viewer } from '#core/admin'
import type { AuditEntry } from '#app/audit/models/audit_entry'
import { auditTrailAbout } from '#app/audit/queries/audit_entries'

type Words = Pick<TimelineEntry, 'icon' | 'text' | 'note' | 'href'>

type Events<Found> = {
  id: string
  permission: string
  /** Kinds of objects under which the trail has them. */
  objects: readonly string[]
  /** On the page of such a record the core tells its deeds: only whoever looks at more is told. */
  amongOthers?: true
  find: (ids: number[]) => Promise<readonly Found[]>
  /** Null: nothing to tell. */
  tell: (entry: AuditEntry, record: Found, viewer: Viewer) => Words | null
}

/** What the trail has about records, in the words of their owner. */
export function eventsAbout<Found extends { id: number }>(events: Events<Found>): TimelineSource {
  const { id, permission, objects, amongOthers, find, tell } = events
  return {
    ...{ id, permission },
    async entries(subjects, viewer, limit) {
      const own = subjects.filter(({ object }) => objects.includes(object))
      if (own.length === 0 || (amongOthers && own.length === subjects.length)) return []
      const found = await find([...new Set(own.map((subject) => subject.id))])
      const records = new Map(found.map((record) => [record.id, record]))
      return (await auditTrailAbout(own, limit)).flatMap((entry) => {
        const record = records.get(Number(entry.objectId))
        const words = record && tell(entry, record, viewer)
        const by = { kind: entry.actorKind, id: entry.actorId }
        return words ? [{ at: entry.at, trail: entry.id, by, ...words }] : []
      })
    },
  }
}
