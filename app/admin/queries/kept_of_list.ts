import db from '@adonisjs/lucid/services/db'
import { cached, rows } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'

/** Another process hears within this time that somebody keeps something of a list. */
const FRESH_FOR = 500

export type KeptView = {
  publicId: string
  name: string
  address: Record<string, string>
  shared: boolean
  isOwn: boolean
}

/** What a person keeps of a list, and what others share with them. */
export type KeptOfList = {
  /** Those that they chose; null are the usual ones. */
  columns: readonly string[] | null
  views: readonly KeptView[]
  /** The view that the list opens with. */
  start: KeptView | null
}

/** A list, and what a person keeps of it. */
export type OwnList = { resource: AnyResource; kept: KeptOfList }

const NOTHING: KeptOfList = { columns: null, views: [], start: null }

/** Lists of which anybody keeps anything; for all others no page asks. */
const kept = cached(FRESH_FOR, async () => {
  const found = await rows<{ list: string }>(
    db.connection(),
    'select list from admin_list_choices union select list from admin_list_views'
  )
  return new Set(found.map(({ list }) => list))
})

/** For the process that has just written it. */
export const forgetKept = () => kept.forget()

type Row = {
  columns: string | null
  start_id: number | null
  id: number | null
  public_id: string
  user_id: number
  name: string
  address: string
  shared: boolean | number
}

/** One statement for all of it. */
const KEPT = `select mine.columns, mine.start_id, seen.*
  from (select cast(? as integer) as user_id, cast(? as varchar(80)) as list) asked
  left join admin_list_choices mine on mine.user_id = asked.user_id and mine.list = asked.list
  left join admin_list_views seen
    on seen.list = asked.list and (seen.user_id = asked.user_id or seen.shared)`

export async function keptOfList(id: string, { user, locale }: Viewer): Promise<KeptOfList> {
  if (!(await kept.get()).has(id)) return NOTHING
  const found = await rows<Row>(db.connection(), KEPT, [user.id, id])
  const { columns, start_id: startId } = found[0]
  const seen = found.filter((row) => row.id !== null)
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const views = seen.map((row) => viewIn(row, user.id))
  const start = views[seen.findIndex((row) => row.id === startId)] ?? null
  return {
    columns: columns ? (JSON.parse(columns) as string[]) : null,
    views: views.sort((one, other) => compare(one.name, other.name)),
    start,
  }
}

const viewIn = (row: Row, userId: number): KeptView => ({
  publicId: row.public_id,
  name: row.name,
  address: JSON.parse(row.address) as Record<string, string>,
  shared: Boolean(row.shared),
  isOwn: row.user_id === userId,
})

/** The list as this person reads it: their columns are the usual ones. */
export function asKept(
  resource: AnyResource,
  { columns }: Pick<KeptOfList, 'columns'>
): AnyResource {
  if (!columns) return resource
  const own = resource.list.columns.map((column) => ({
    ...column,
    hidden: !column.strong && !columns.includes(column.name),
  }))
  // Where every chosen column is gone, the list shows what it shows to all.
  if (own.every(({ hidden }) => hidden)) return resource
  return { ...resource, list: { ...resource.list, columns: own } }
}
