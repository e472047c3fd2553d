import { User } from '#core/accounts'
import type { Viewer } from '#core/admin'
import { presentFiles } from '#core/files'
import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import type { Entry } from '#plugins/shop-quotes/models/entry'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { ThreadEntry } from '#plugins/shop-quotes/queries/thread'

/** Names of what a change may refer to: column → id → name. */
type Names = Record<string, ReadonlyMap<number, string>>
type Written = { names: Names; order: Order; viewer: Viewer }

const AMOUNTS = ['paidMinor', 'repaidMinor']

/** What was said and done, as staff read it; what only they read is marked. */
export async function presentOrderThread(
  thread: readonly ThreadEntry[],
  order: Order,
  viewer: Viewer
) {
  const written = { names: await namesIn(thread, order), order, viewer }
  const { t, locale, formats } = viewer
  return thread.map(({ entry, files, staff }) => ({
    id: entry.id,
    what: t(`shop-quotes.audit.${entry.deed}`),
    who: entry.actorKind === 'customer' ? order.customer.name : (staff ?? t('admin.actors.system')),
    when: formats().shortDateTime(entry.createdAt),
    side: sideOf(entry),
    isInternal: entry.deed === 'noted',
    text: entry.text,
    changes: changesIn(entry, written),
    files: presentFiles(files, locale),
  }))
}

function sideOf({ deed, actorKind }: Entry): 'internal' | 'customer' | 'team' {
  if (deed === 'noted') return 'internal'
  return actorKind === 'customer' ? 'customer' : 'team'
}

function changesIn({ changes }: Entry, written: Written) {
  return Object.entries(changes ?? {}).map(([column, [before, after]]) => ({
    label: written.viewer.t(`shop-quotes.admin.orders.fields.${column}`),
    before: wordOf(column, before, written),
    after: wordOf(column, after, written),
  }))
}

async function namesIn(thread: readonly ThreadEntry[], { assignee }: Order): Promise<Names> {
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
    locationId: byId(await keptRows(Location)),
    assigneeId: new Map([...known, ...byId(others)]),
  }
}

function wordOf(column: string, value: unknown, { names, order, viewer }: Written): string {
  if (AMOUNTS.includes(column)) return viewer.formats().money(Number(value ?? 0), order.currency)
  if (column === 'locationId' && value === null)
    return viewer.t('shop-quotes.admin.orders.everywhere')
  if (value === null || value === undefined) return '–'
  const named = names[column]
  if (named) return named.get(Number(value)) ?? '–'
  return viewer.word(`shop-quotes.admin.orders.choices.${column}.${String(value)}`, String(value))
}
