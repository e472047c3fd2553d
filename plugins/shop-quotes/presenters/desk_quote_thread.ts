import type { Viewer } from '#core/admin'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { assigneesIn, presentDeskEntry } from '#plugins/shop-quotes/presenters/desk_entry'
import type { ThreadEntry } from '#plugins/shop-quotes/queries/thread'

/** What was said and done, as staff read it; what only they read is marked. */
export async function presentDeskThread(
  thread: readonly ThreadEntry[],
  { customer }: Quote,
  viewer: Viewer
) {
  const names = await assigneesIn(thread)
  const word = (column: string, value: unknown): string => {
    if (value === null || value === undefined) return '–'
    if (column === 'assigneeId') return names.get(Number(value)) ?? '–'
    return column === 'lastDay' ? viewer.formats().dayDate(String(value)) : String(value)
  }
  return thread.map((one) => ({
    ...presentDeskEntry(one, customer, viewer),
    changes: Object.entries(one.entry.changes ?? {}).map(([column, [before, after]]) => ({
      label: viewer.t(`shop-quotes.admin.quotes.fields.${column}`),
      before: word(column, before),
      after: word(column, after),
    })),
  }))
}
