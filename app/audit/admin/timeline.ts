import {
  deedOf,
  fieldsOf,
  thingOf,
  type Subject,
  type TimelineSource,
  type Viewer,
} from '#core/admin'
import type { AuditEntry } from '#app/audit/models/audit_entry'
import { auditTrailAbout } from '#app/audit/queries/audit_entries'

/**
 * What people did to a record. Whoever may see the record reads who did what; which fields they
 * changed is for those who may see the log.
 */
export const deeds: TimelineSource = {
  id: 'audit.deeds',
  async entries(subjects, viewer, limit) {
    const found = await auditTrailAbout(subjects, limit)
    const seesLog = viewer.can('audit.view')
    return found.map((entry) => ({
      at: entry.at,
      icon: 'history',
      text: deedOf(entry, viewer),
      note: noteOf(entry, subjects, { viewer, seesLog }),
      by: { kind: entry.actorKind, id: entry.actorId },
      trail: entry.id,
    }))
  },
}

type Reader = { viewer: Viewer; seesLog: boolean }

/** What belongs to the record, and is not the record itself, is named. */
function noteOf(entry: AuditEntry, [record]: readonly Subject[], { viewer, seesLog }: Reader) {
  const isRecord = entry.object === record.object
  const thing = isRecord ? '' : thingOf(entry, viewer)
  return [thing, seesLog ? fieldsOf(entry, viewer) : ''].filter(Boolean).join(' · ')
}
