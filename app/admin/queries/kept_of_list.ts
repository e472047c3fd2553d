import db from '@adonisjs/lucid/services/db'
import { cached, rows } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'

/** Another process hears within this time that somebody keeps something of a list. */
const FRESH_FOR = 500

/** What a person keeps of a list: the columns that they chose. */
export type KeptOfList = { columns: readonly string[] | null }

const NOTHING: KeptOfList = { columns: null }

/** Lists of which anybody keeps anything; for all others no page asks. */
const kept = cached(FRESH_FOR, async () => {
  const found = await rows<{ list: string }>(
    db.connection(),
    'select distinct list from admin_list_choices'
  )
  return new Set(found.map(({ list }) => list))
})

/** For the process that has just written it. */
export const forgetKept = () => kept.forget()

export async function keptOfList(id: string, { user }: Viewer): Promise<KeptOfList> {
  if (!(await kept.get()).has(id)) return NOTHING
  const [own] = await rows<{ columns: string | null }>(
    db.connection(),
    'select columns from admin_list_choices where user_id = ? and list = ?',
    [user.id, id]
  )
  return own?.columns ? { columns: JSON.parse(own.columns) as string[] } : NOTHING
}

/** The list as this person reads it: their columns are the usual ones. */
export function asKept(resource: AnyResource, { columns }: KeptOfList): AnyResource {
  if (!columns) return resource
  const own = resource.list.columns.map((column) => ({
    ...column,
    hidden: !column.strong && !columns.includes(column.name),
  }))
  // Where every chosen column is gone, the list shows what it shows to all.
  if (own.every(({ hidden }) => hidden)) return resource
  return { ...resource, list: { ...resource.list, columns: own } }
}
