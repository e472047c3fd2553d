import { rows, type Client } from '#core/platform'
import { BEGINNING, type Head, type Link, type StoredEntry } from '#app/audit/domain/chain'

/** Newest link; the beginning where there is none. */
export async function chainHead(client: Client): Promise<Head> {
  const [newest] = await rows<Head>(
    client,
    'select position, hash from audit_links order by position desc limit 1'
  )
  return newest ?? { position: 0, hash: BEGINNING }
}

/** Oldest entries without a link, in the order of their ids; from this id on. */
export function unchainedEntries(client: Client, fromId: number, most: number) {
  return rows<StoredEntry>(
    client,
    `select e.* from audit_entries e left join audit_links l on l.entry_id = e.id
     where l.entry_id is null and e.id >= ? order by e.id limit ${most}`,
    [fromId]
  )
}

/** Largest id that has a link; 0 where none has. */
export async function newestChainedId(client: Client): Promise<number> {
  const [{ newest }] = await rows<{ newest: number | null }>(
    client,
    'select max(entry_id) as newest from audit_links'
  )
  return newest ?? 0
}

type LinkRow = StoredEntry & {
  position: number
  entry_id: number
  previous: string
  hash: string
}

/** Links after a position with the entries they stand for, in order. */
export async function linksAfter(client: Client, position: number, most: number): Promise<Link[]> {
  const found = await rows<LinkRow>(
    client,
    `select l.position, l.entry_id, l.previous, l.hash, e.*
     from audit_links l left join audit_entries e on e.id = l.entry_id
     where l.position > ? order by l.position limit ${most}`,
    [position]
  )
  return found.map(({ position: at, entry_id: entryId, previous, hash, ...entry }) => ({
    ...{ position: at, entryId, previous, hash },
    entry: (entry.id as unknown) === null ? null : entry,
  }))
}

/** The last removal of old entries, as the trail itself tells: up to which link, with its hash. */
export async function lastRemoval(client: Client): Promise<Head> {
  const [removal] = await rows<{ object_id: string; changes: string }>(
    client,
    `select object_id, changes from audit_entries
     where action = ? and object = ? order by id desc limit 1`,
    [REMOVAL.action, REMOVAL.object]
  )
  if (!removal) return { position: 0, hash: BEGINNING }
  const { hash } = JSON.parse(removal.changes) as { hash: [string, null] }
  return { position: Number(removal.object_id), hash: hash[0] }
}

/** How the trail names the removal of entries that had had their time. */
export const REMOVAL = { action: 'audit.entries_removed', object: 'audit.link' } as const
