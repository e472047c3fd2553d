import { User } from '#core/accounts'
import type { Viewer } from '#core/admin'
import type { Customer } from '#core/customers'
import { presentFiles } from '#core/files'
import type { Entry } from '#plugins/shop-quotes/models/entry'
import type { ThreadEntry } from '#plugins/shop-quotes/queries/thread'

/** What was said or done, as staff read it; what only they read is marked. */
export function presentDeskEntry(
  { entry, files, staff }: ThreadEntry,
  customer: Customer,
  { t, locale, formats }: Viewer
) {
  const isCustomers = entry.actorKind === 'customer'
  return {
    id: entry.id,
    what: wordsFor(entry, t),
    who: isCustomers ? customer.name : (staff ?? t('admin.actors.system')),
    when: formats().shortDateTime(entry.createdAt),
    side: entry.deed === 'noted' ? 'internal' : isCustomers ? 'customer' : 'team',
    text: entry.text,
    files: presentFiles(files, locale),
  }
}

const wordsFor = ({ deed }: Entry, t: Viewer['t']) =>
  t(deed === 'noted' ? 'shop-quotes.admin.orders.internal' : `shop-quotes.audit.${deed}`)

/** Names of all who were given the order or quote; most have written in the thread themselves. */
export async function assigneesIn(
  thread: readonly ThreadEntry[],
  assignee?: User | null
): Promise<Map<number, string>> {
  const known = new Map(
    thread.flatMap(({ entry, staff }) => (staff === null ? [] : [[entry.actorId!, staff] as const]))
  )
  if (assignee) known.set(assignee.id, assignee.name)
  const ids = thread.flatMap(({ entry }) => entry.changes?.assigneeId ?? []).map(Number)
  const unknown = ids.filter((id) => id > 0 && !known.has(id))
  const others = unknown.length > 0 ? await User.query().whereIn('id', unknown) : []
  return new Map([...known, ...others.map(({ id, name }) => [id, name] as const)])
}
