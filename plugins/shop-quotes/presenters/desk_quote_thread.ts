import { User } from '#core/accounts'
import type { Viewer } from '#core/admin'
import { presentFiles } from '#core/files'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { ThreadEntry } from '#plugins/shop-quotes/queries/thread'

/** What was said and done, as staff read it; what only they read is marked. */
export async function presentDeskThread(
  thread: readonly ThreadEntry[],
  { customer }: Quote,
  viewer: Viewer
) {
  const { t, locale, formats } = viewer
  const names = await namesIn(thread)
  const written = formats()
  const word = (column: string, value: unknown): string => {
    if (value === null || value === undefined) return '–'
    if (column === 'assigneeId') return names.get(Number(value)) ?? '–'
    return column === 'lastDay' ? written.dayDate(String(value)) : String(value)
  }
  return thread.map(({ entry, files, staff }) => ({
    id: entry.id,
    what: t(`shop-quotes.audit.${entry.deed}`),
    who: entry.actorKind === 'customer' ? customer.name : (staff ?? t('admin.actors.system')),
    when: written.shortDateTime(entry.createdAt),
    side: entry.actorKind === 'customer' ? 'customer' : 'team',
    isInternal: entry.deed === 'noted',
    text: entry.text,
    changes: Object.entries(entry.changes ?? {}).map(([column, [before, after]]) => ({
      label: t(`shop-quotes.admin.quotes.fields.${column}`),
      before: word(column, before),
      after: word(column, after),
    })),
    files: presentFiles(files, locale),
  }))
}

async function namesIn(thread: readonly ThreadEntry[]): Promise<Map<number, string>> {
  const ids = thread.flatMap(({ entry }) => entry.changes?.assigneeId ?? []).map(Number)
  const known = ids.filter((id) => id > 0)
  const users = known.length > 0 ? await User.query().whereIn('id', known) : []
  return new Map(users.map(({ id, name }) => [id, name]))
}
