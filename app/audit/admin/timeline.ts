import { User } from '#core/accounts'
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
    const people = await namesOf(found)
    const seesLog = viewer.can('audit.view')
    return found.map((entry) => ({
      at: entry.at,
      icon: 'history',
      text: deedOf(entry, viewer),
      note: noteOf(entry, subjects, { viewer, seesLog }),
      who: people.get(entry.actorId ?? 0) ?? viewer.t(`admin.actors.${entry.actorKind}`),
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

async function namesOf(entries: readonly AuditEntry[]): Promise<Map<number, string>> {
  const staff = entries.filter(({ actorKind }) => actorKind === 'staff')
  const ids = [...new Set(staff.flatMap(({ actorId }) => actorId ?? []))]
  if (ids.length === 0) return new Map()
  const users = await User.query().whereIn('id', ids)
  return new Map(users.map((user) => [user.id, user.name]))
}
