import type { Viewer } from '#core/admin'
import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import type { Entry } from '#plugins/shop-quotes/models/entry'
import type { Order } from '#plugins/shop-quotes/models/order'
import { assigneesIn, presentDeskEntry } from '#plugins/shop-quotes/presenters/desk_entry'
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
  return thread.map((one) => ({
    ...presentDeskEntry(one, order.customer, viewer),
    changes: changesIn(one.entry, written),
  }))
}

function changesIn({ changes }: Entry, written: Written) {
  return Object.entries(changes ?? {}).map(([column, [before, after]]) => ({
    label: written.viewer.t(`shop-quotes.admin.orders.fields.${column}`),
    before: wordOf(column, before, written),
    after: wordOf(column, after, written),
  }))
}

async function namesIn(thread: readonly ThreadEntry[], { assignee }: Order): Promise<Names> {
  const locations = await keptRows(Location)
  return {
    locationId: new Map(locations.map(({ id, name }) => [id, name])),
    assigneeId: await assigneesIn(thread, assignee),
  }
}

function wordOf(column: string, value: unknown, { names, order, viewer }: Written): string {
  if (AMOUNTS.includes(column)) return viewer.formats().money(Number(value ?? 0), order.currency)
  if (column === 'locationId' && value === null)
    return viewer.t('shop-quotes.admin.orders.everywhere')
  if (value === null || value === undefined) return '–'
  if (column === 'appointment') {
    const { at, zone } = value as { at: number; zone: string }
    return viewer.formats(zone).shortDateTime(at)
  }
  const named = names[column]
  if (named) return named.get(Number(value)) ?? '–'
  return viewer.word(`shop-quotes.admin.orders.choices.${column}.${String(value)}`, String(value))
}
