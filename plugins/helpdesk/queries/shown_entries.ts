import { StoredFile } from '#core/files'
import { SHOWN, type Deed } from '#plugins/helpdesk/domain/deeds'
import { entryFiles } from '#plugins/helpdesk/files'
import { Entry } from '#plugins/helpdesk/models/entry'

/** What was said or done, with what came along. */
export type ShownEntry = { entry: Entry; files: StoredFile[] }

/** What customers read of a ticket, oldest first. */
export async function shownEntries(ticketId: number): Promise<ShownEntry[]> {
  const entries = await Entry.query()
    .where({ ticketId })
    .whereIn('deed', [...SHOWN])
    .orderBy('id')
  return withFiles(entries)
}

/** The last entry of this kind. */
export async function lastShown(ticketId: number, deed: Deed): Promise<ShownEntry | null> {
  const entries = await Entry.query().where({ ticketId, deed }).orderBy('id', 'desc').limit(1)
  return (await withFiles(entries))[0] ?? null
}

/** What happened last, whoever did it. */
export const lastEntry = (ticketId: number): Promise<Entry | null> =>
  Entry.query().where({ ticketId }).orderBy('id', 'desc').first()

async function withFiles(entries: readonly Entry[]): Promise<ShownEntry[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({ id }) => id)
  const files = await StoredFile.query()
    .where('use', entryFiles.id)
    .whereIn('recordId', ids)
    .orderBy('id')
  return entries.map((entry) => ({
    entry,
    files: files.filter(({ recordId }) => recordId === entry.id),
  }))
}
