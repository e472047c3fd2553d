import { User } from '#core/accounts'
import type { Viewer } from '#core/admin'
import { presentFiles } from '#core/files'
import { keptRows } from '#core/platform'
import type { Deed } from '#plugins/helpdesk/domain/deeds'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import type { ThreadEntry } from '#plugins/helpdesk/queries/thread'

/** Names of what a change may refer to: column → id → name. */
type Names = Record<string, ReadonlyMap<number, string>>

const SIDES: Partial<Record<Deed, 'customer' | 'internal'>> = {
  noted: 'internal',
  opened: 'customer',
  added: 'customer',
  rejected: 'customer',
  reopened: 'customer',
}

/** What was said and done, as staff read it; what only they read is marked. */
export async function presentThread(
  thread: readonly ThreadEntry[],
  { customer, assignee }: Ticket,
  viewer: Viewer
) {
  const names = await namesIn(thread, assignee)
  const { t, locale, formats } = viewer
  return thread.map(({ entry, files, staff }) => ({
    id: entry.id,
    what: t(entry.deed === 'noted' ? 'helpdesk.desk.internal' : `helpdesk.audit.${entry.deed}`),
    who: entry.actorKind === 'customer' ? customer.name : (staff ?? t('admin.actors.system')),
    when: formats().shortDateTime(entry.createdAt),
    side: SIDES[entry.deed] ?? 'team',
    text: entry.text,
    changes: Object.entries(entry.changes ?? {}).map(([column, [before, after]]) => ({
      label: t(`helpdesk.admin.tickets.fields.${column}`),
      before: wordOf(column, before, { names, viewer }),
      after: wordOf(column, after, { names, viewer }),
    })),
    files: presentFiles(files, locale),
  }))
}

async function namesIn(thread: readonly ThreadEntry[], assignee: User | null): Promise<Names> {
  const byId = (all: readonly { id: number; name: string }[]) =>
    new Map(all.map(({ id, name }) => [id, name]))
  const known = new Map(
    thread.flatMap(({ entry, staff }) => (staff === null ? [] : [[entry.actorId!, staff] as const]))
  )
  if (assignee) known.set(assignee.id, assignee.name)
  const assignees = thread.flatMap(({ entry }) => entry.changes?.assigneeId ?? [])
  const unknown = assignees.map(Number).filter((id) => id > 0 && !known.has(id))
  const others = unknown.length > 0 ? await User.query().whereIn('id', unknown) : []
  return {
    teamId: byId(await keptRows(Team)),
    serviceLevelId: byId(await keptRows(ServiceLevel)),
    assigneeId: new Map([...known, ...byId(others)]),
  }
}

type Words = { names: Names; viewer: Viewer }

function wordOf(column: string, value: unknown, { names, viewer }: Words): string {
  if (value === null || value === undefined) return '–'
  const named = names[column]
  if (named) return named.get(Number(value)) ?? '–'
  return viewer.t(`helpdesk.admin.tickets.choices.${column}.${String(value)}`)
}
