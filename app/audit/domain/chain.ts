import { createHash } from 'node:crypto'

/** A line of the trail as it stands in its table; numbers of PostgreSQL may come as text. */
export type StoredEntry = {
  id: number | string
  at: number | string
  actor_kind: string
  actor_id: number | string | null
  on_behalf_of_kind: string | null
  on_behalf_of_id: number | string | null
  action: string
  object: string
  object_id: string
  /** JSON, exactly as stored. */
  fields: string
  changes: string
}

/** What the first link of a new chain follows. */
export const BEGINNING = '0'.repeat(64)

/** Columns in the order in which they are hashed; a new one would begin a new form. */
const COLUMNS = [
  ...['id', 'at', 'actor_kind', 'actor_id', 'on_behalf_of_kind', 'on_behalf_of_id'],
  ...['action', 'object', 'object_id', 'fields', 'changes'],
] as (keyof StoredEntry)[]

/**
 * One line for one entry, the same on both databases: a JSON array of texts and nulls.
 *
 *     canonical({ id: 7, at: 1800, actor_kind: 'system', actor_id: null, … })
 *     // '["7","1800","system",null,…]'
 */
export function canonical(entry: StoredEntry): string {
  return JSON.stringify(COLUMNS.map((name) => (entry[name] === null ? null : String(entry[name]))))
}

/** sha-256 over the hash before and the entry, in hexadecimal digits. */
export function linkHash(previous: string, entry: StoredEntry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical(entry)}`)
    .digest('hex')
}

/** The chain so far: where it stands, with the hash that the next link follows. */
export type Head = { position: number; hash: string }

export type Link = Head & { entryId: number; previous: string; entry: StoredEntry | null }

/**
 * `lost_links`: links before this one are gone; `not_following`: it does not follow the one before;
 * `missing`: its entry is gone; `changed`: its entry reads differently than when it was chained.
 */
export type Reason = 'lost_links' | 'not_following' | 'missing' | 'changed'
export type Break = { position: number; entryId: number; reason: Reason }

/**
 * What is wrong with a link after the head. Of the entries that had had their time the newest may
 * have left its link behind: the one that the removal names.
 */
export function faultOf(link: Link, head: Head, removal: Head): Reason | null {
  if (link.position !== head.position + 1) return 'lost_links'
  if (link.previous !== head.hash) return 'not_following'
  const isAnchor = link.position === removal.position && link.hash === removal.hash
  if (link.entry === null) return isAnchor ? null : 'missing'
  return linkHash(link.previous, link.entry) === link.hash ? null : 'changed'
}
