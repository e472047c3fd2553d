import { resource, resourceNamed, type AdminContribution, type Viewer } from '#core/admin'
import { AuditEntry } from '#app/audit/models/audit_entry'

const ACTORS = ['staff', 'customer', 'public', 'system'] as const
const staff = () => resourceNamed('accounts.staff')

/** Who did what: never changed, never deleted. */
const entries = resource({
  id: 'audit.entries',
  model: AuditEntry,
  permission: { view: 'audit.view', manage: null },
  icon: 'history',
  label: ({ action }) => action,
  list: {
    columns: [
      { name: 'at', sort: true },
      { name: 'action', sort: true, strong: true },
      { name: 'objectId', value: ({ object, objectId }) => `${object} ${objectId}` },
      { name: 'actorKind', value: actorOf },
      { name: 'actorId', to: staff },
      { name: 'fields', value: ({ fields }) => fields.join(', ') },
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
      { name: 'action' },
      { name: 'object' },
      { name: 'objectId' },
      { name: 'actorKind', value: actorOf },
      { name: 'actorId', to: staff },
      { name: 'fields', value: ({ fields }) => fields.join(', ') },
    ],
    panels: [{ id: 'changes', view: 'admin/audit/changes', data: changesOf }],
  },
})

function actorOf({ actorKind }: AuditEntry, viewer: Viewer): string {
  return viewer.t(`admin.actors.${actorKind}`)
}

async function changesOf({ changes }: AuditEntry) {
  const rows = Object.entries(changes).map(([field, [before, after]]) => ({
    field,
    before: asText(before),
    after: asText(after),
  }))
  return rows.length > 0 ? { rows } : null
}

const asText = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null)

export const admin: AdminContribution = { group: 'admin.groups.system', resources: [entries] }
