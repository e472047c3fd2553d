import {
  changesOf,
  deedOf,
  fieldsOf,
  resource,
  resourceNamed,
  thingOf,
  type AdminContribution,
  type Viewer,
} from '#core/admin'
import { deeds } from '#app/audit/admin/timeline'
import { AuditEntry } from '#app/audit/models/audit_entry'

const ACTORS = ['staff', 'customer', 'public', 'system'] as const
const staff = () => resourceNamed('accounts.staff')

/** Who did what: nobody changes or deletes it here. */
const entries = resource({
  id: 'audit.entries',
  model: AuditEntry,
  permission: { view: 'audit.view', manage: null },
  icon: 'history',
  label: deedOf,
  list: {
    columns: [
      { name: 'at', sort: true },
      { name: 'action', value: deedOf, sort: true, strong: true },
      { name: 'objectId', value: thingOf },
      { name: 'actorKind', value: actorOf },
      { name: 'actorId', to: staff },
      { name: 'fields', value: fieldsOf },
    ],
    search: ['action', 'object', 'objectId'],
    filters: [
      { name: 'actorKind', kind: 'choice', choices: ACTORS },
      { name: 'at', kind: 'dates' },
    ],
    defaultSort: '-id',
  },
  show: {
    columns: [
      { name: 'at' },
      { name: 'action', value: deedWithId },
      { name: 'objectId', value: thingOf },
      { name: 'actorKind', value: actorOf },
      { name: 'actorId', to: staff },
      { name: 'fields', value: fieldsOf },
    ],
    panels: [{ id: 'changes', view: 'admin/audit/changes', data: changesIn }],
  },
})

/** The stored word stands below: it is what filters and exports know. */
function deedWithId(entry: AuditEntry, viewer: Viewer) {
  return { text: deedOf(entry, viewer), note: entry.action }
}

function actorOf({ actorKind }: AuditEntry, viewer: Viewer): string {
  return viewer.t(`admin.actors.${actorKind}`)
}

async function changesIn(entry: AuditEntry, viewer: Viewer) {
  const rows = await changesOf(entry, viewer)
  return rows.length > 0 ? { rows } : null
}

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  resources: [entries],
  timeline: [deeds],
}
