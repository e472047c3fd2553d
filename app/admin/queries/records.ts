import type { LucidRow } from '@adonisjs/lucid/types/model'
import { readRecords, type Trx } from '#core/platform'
import type { AnyResource, AnyRow, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { E_NO_SUCH_RECORD, E_OUT_OF_SIGHT } from '#app/admin/exceptions'

export { E_NO_SUCH_RECORD }

/** Largest id of an `increments` column on PostgreSQL; beyond it a query would fail. */
const LARGEST = 2_147_483_647

/** What to throw where a record is not among those that this person sees now. */
export const noSuchRecord = ({ narrowedTo }: Viewer): E_NO_SUCH_RECORD =>
  narrowedTo === null ? new E_NO_SUCH_RECORD() : new E_OUT_OF_SIGHT()

/** A row of whatever model: the resource knows which attributes it has. */
export type AnyRecord = LucidRow & Record<string, AnyRow>

/** The records of a query with these relations, for pages that only show them. */
export const shownRecords = (query: Query, relations: readonly string[]): Promise<AnyRecord[]> =>
  readRecords(query, relations) as Promise<AnyRecord[]>

/** The only way to any record. */
export function visibleTo(viewer: Viewer, resource: AnyResource, trx?: Trx): Query {
  const query = resource.model.query(trx ? { client: trx } : undefined) as Query
  query.select(`${resource.model.table}.*`)
  query.where((scoped) => resource.scope(scoped as Query, viewer))
  return query
}

function idIn(id: unknown): number | null {
  const number = typeof id === 'string' || typeof id === 'number' ? String(id) : ''
  return /^\d{1,10}$/.test(number) && Number(number) <= LARGEST ? Number(number) : null
}

/** One of them by the id of an address; a foreign or malformed id is a 404. */
export async function recordOf(
  resource: AnyResource,
  id: unknown,
  { viewer, trx }: { viewer: Viewer; trx?: Trx }
): Promise<AnyRecord> {
  const number = idIn(id)
  if (number === null) throw new E_NO_SUCH_RECORD()
  const query = visibleTo(viewer, resource, trx)
  query.where(columnOf(resource.model, resource.model.primaryKey), number)
  if (trx) query.forUpdate()
  const record = await query.first()
  if (!record) throw noSuchRecord(viewer)
  // Lucid loads preloads at once, and a transaction answers one statement after the other.
  for (const relation of resource.preload) await record.load(relation as never)
  return record as AnyRecord
}

/** The same for its page: in the place of one that was joined into another, that other one. */
export async function recordOrSuccessor(
  resource: AnyResource,
  id: unknown,
  viewer: Viewer
): Promise<AnyRecord> {
  try {
    return await recordOf(resource, id, { viewer })
  } catch (error) {
    const former = error instanceof E_NO_SUCH_RECORD ? idIn(id) : null
    const successor = former === null ? null : await resource.show.successor?.(former)
    if (!successor) throw error
    return recordOf(resource, successor, { viewer })
  }
}
