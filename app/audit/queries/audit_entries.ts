import type { Actor } from '#core/platform'
import { AuditEntry } from '#app/audit/models/audit_entry'

export interface AuditFilter {
  actor?: Actor
  action?: string
  object?: string
  objectId?: number | string
  /** Epoch milliseconds, from included, until excluded. */
  from?: number
  until?: number
}

/** The trail, newest first; the filter narrows it, the caller pages it. */
export function auditEntries(filter: AuditFilter = {}) {
  const { actor, action, object, objectId, from, until } = filter
  return AuditEntry.query()
    .if(actor, (query) => query.where({ actorKind: actor!.kind, actorId: actor!.id }))
    .if(action, (query) => query.where('action', action!))
    .if(object, (query) => query.where('object', object!))
    .if(objectId !== undefined, (query) => query.where('objectId', String(objectId)))
    .if(from !== undefined, (query) => query.where('at', '>=', from!))
    .if(until !== undefined, (query) => query.where('at', '<', until!))
    .orderBy('id', 'desc')
}

/** Everything that happened to one object, newest first. */
export function auditTrailOf(object: string, objectId: number | string): Promise<AuditEntry[]> {
  return auditEntries({ object, objectId }).exec()
}

/** The latest lines about any of these objects, newest first. */
export function auditTrailAbout(
  subjects: readonly { object: string; id: number }[],
  limit: number
): Promise<AuditEntry[]> {
  const query = AuditEntry.query().orderBy('id', 'desc').limit(limit)
  for (const [object, same] of Map.groupBy(subjects, (subject) => subject.object)) {
    const ids = same.map(({ id }) => String(id))
    void query.orWhere((any) => void any.where('object', object).whereIn('objectId', ids))
  }
  return query.exec()
}
