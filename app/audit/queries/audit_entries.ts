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

type Deed = { actor: Actor; action: string; object: string; objectId: number | string }

/** Whether this person did exactly this after an instant. */
export async function hasEntrySince(deed: Deed, since: number): Promise<boolean> {
  return (await auditEntries({ ...deed, from: since + 1 }).first()) !== null
}

/** The latest lines about any of these objects, newest first; who only looked is for the log. */
export function auditTrailAbout(
  subjects: readonly { object: string; id: number }[],
  limit: number
): Promise<AuditEntry[]> {
  const query = AuditEntry.query()
    .whereNot('action', 'like', '%viewed')
    .orderBy('id', 'desc')
    .limit(limit)
  const kinds = Map.groupBy(subjects, (subject) => subject.object)
  void query.where((any) => {
    for (const [object, same] of kinds) {
      const ids = same.map(({ id }) => String(id))
      void any.orWhere((one) => void one.where('object', object).whereIn('objectId', ids))
    }
  })
  return query.exec()
}
