import {
  changesOf,
  deedOf,
  fieldsOf,
  kindOfObject,
  page,
  resource,
  resourceNamed,
  thingOf,
  type AdminContribution,
  type Filter,
  type PageAction,
  type Subject,
  type Viewer,
} from '#core/admin'
import { allContributions, urlFor } from '#core/platform'
import { verifyChain } from '#app/audit/actions/verify_chain'
import { deeds } from '#app/audit/admin/timeline'
import { AuditEntry } from '#app/audit/models/audit_entry'

const ACTORS = ['staff', 'customer', 'public', 'system'] as const
const staff = () => resourceNamed('accounts.staff')

/** Every kind of record of the panel, known once all modules and plugins are. */
const objectFilter: Filter = {
  name: 'object',
  kind: 'choice',
  get choices() {
    const all = allContributions('admin').flatMap(({ value }) => value.resources ?? [])
    return [...new Set(all.map(({ object }) => object))]
  },
  label: kindOfObject,
}

/** Who did what: nobody changes or deletes it here. */
const entries = resource({
  id: 'audit.entries',
  model: AuditEntry,
  permission: { view: 'audit.view', manage: null },
  personal: true,
  icon: 'history',
  label: deedOf,
  list: {
    columns: [
      { name: 'at', sort: true },
      { name: 'action', value: deedOf, sort: true, strong: true },
      { name: 'objectId', about: objectOf, value: thingOf },
      { name: 'actorKind', value: actorOf },
      { name: 'actorId', to: staff },
      { name: 'onBehalfOfId', about: principalOf, value: behalfOf },
      { name: 'fields', value: fieldsOf },
    ],
    search: ['action', 'object', 'objectId', 'fields', 'changes'],
    filters: [
      { name: 'actorKind', kind: 'choice', choices: ACTORS },
      { name: 'actorId', kind: 'relation', to: staff },
      objectFilter,
      { name: 'action', kind: 'text' },
      { name: 'at', kind: 'dates' },
    ],
    defaultSort: '-id',
  },
  show: {
    columns: [
      { name: 'at' },
      { name: 'action', value: deedWithId },
      { name: 'objectId', about: objectOf, value: thingOf },
      { name: 'actorKind', value: actorOf },
      { name: 'actorId', to: staff },
      { name: 'onBehalfOfId', about: principalOf, value: behalfOf },
      { name: 'fields', value: fieldsOf },
    ],
    panels: [{ id: 'changes', view: 'admin/audit/changes', data: changesIn }],
  },
})

/** The stored word stands below: it is what filters and exports know. */
function deedWithId(entry: AuditEntry, viewer: Viewer) {
  return { text: deedOf(entry, viewer), note: entry.action }
}

function objectOf({ object, objectId }: AuditEntry): Subject {
  return { object, id: Number(objectId) }
}

/** The customer for whom it was done. */
function principalOf({ onBehalfOfKind: kind, onBehalfOfId: id }: AuditEntry): Subject | null {
  return kind === 'customer' && id !== null ? { object: 'customers.customer', id } : null
}

/** For whom it was done, by number as the trail has it; whoever may see the person reads the name. */
function behalfOf(
  { onBehalfOfKind: kind, onBehalfOfId: id }: AuditEntry,
  viewer: Viewer,
  name?: string
) {
  if (kind === null) return ''
  const text = [viewer.t(`admin.actors.${kind}`), name ?? id]
    .filter((word) => word !== null)
    .join(' ')
  const isKnown = kind === 'customer' && id !== null && viewer.can('customers.view')
  return isKnown ? { text, href: urlFor('customers.customers.show', { id }) } : text
}

function actorOf({ actorKind }: AuditEntry, viewer: Viewer): string {
  return viewer.t(`admin.actors.${actorKind}`)
}

async function changesIn(entry: AuditEntry, viewer: Viewer) {
  const rows = await changesOf(entry, viewer)
  return rows.length > 0 ? { rows } : null
}

const checks = () => import('#app/audit/controllers/checks_controller')

/** Walks over the whole chain at once, as the nightly job does. */
const verify: PageAction = {
  id: 'verify',
  permission: 'audit.view',
  icon: 'shield-check',
  async run() {
    const { isSound, verified } = await verifyChain()
    return isSound
      ? { ok: true, notice: 'audit.admin.chain.said.sound', values: { count: verified } }
      : { ok: false, reason: 'audit.admin.chain.said.broken' }
  },
}

export const admin: AdminContribution = {
  group: 'admin.groups.system',
  resources: [entries],
  pages: [
    page({
      id: 'audit.chain',
      path: '/chain',
      permission: 'audit.view',
      icon: 'link',
      handler: [checks, 'index'],
      actions: [verify],
    }),
  ],
  timeline: [deeds],
}
