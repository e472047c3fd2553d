import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { readRecords, readRelated, rowsKept, type Trx } from '#core/platform'
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

type Finder = { viewer: Viewer; trx?: Trx }

/** One of them by the id of an address; a foreign or malformed id is a 404. */
export async function recordOf(
  resource: AnyResource,
  id: unknown,
  { viewer, trx }: Finder
): Promise<AnyRecord> {
  const record = await foundRecord(resource, id, { viewer, trx })
  // Lucid loads preloads at once, and a transaction answers one statement after the other.
  for (const relation of resource.preload) {
    if (trx || !(await takeKept(record, relation))) await record.load(relation as never)
  }
  return record
}

/** The same for its page: what belongs to it is only shown, and read in one statement. */
export async function shownRecordOf(
  resource: AnyResource,
  id: unknown,
  { viewer }: Finder
): Promise<AnyRecord> {
  const record = await foundRecord(resource, id, { viewer })
  const unknown: string[] = []
  for (const relation of [...resource.preload, ...(resource.show.preload ?? [])]) {
    if (!(await takeKept(record, relation))) unknown.push(relation)
  }
  await readRelated(record, unknown)
  return record
}

async function foundRecord(
  resource: AnyResource,
  id: unknown,
  { viewer, trx }: Finder
): Promise<AnyRecord> {
  const number = idIn(id)
  if (number === null) throw new E_NO_SUCH_RECORD()
  const query = visibleTo(viewer, resource, trx)
  query.where(columnOf(resource.model, resource.model.primaryKey), number)
  if (trx) query.forUpdate()
  const record = await query.first()
  if (!record) throw noSuchRecord(viewer)
  return record as AnyRecord
}

/** Whether this person sees the record, however its id is written. */
export async function isVisible(
  resource: AnyResource,
  id: unknown,
  viewer: Viewer
): Promise<boolean> {
  const number = idIn(id)
  if (number === null) return false
  const { model } = resource
  const found = visibleTo(viewer, resource).where(columnOf(model, model.primaryKey), number)
  return (await found.first()) !== null
}

/** Version of a record that people edit; null where it is no more. */
export async function versionOf({ model }: AnyResource, id: unknown): Promise<number | null> {
  const record = (await model.find(idIn(id))) as AnyRecord | null
  return record ? Number(record.version) : null
}

/** What belongs to a record, where the process keeps it in memory: lists read it there too. */
async function takeKept(record: LucidRow, name: string): Promise<boolean> {
  const model = record.constructor as LucidModel
  const relation = model.$getRelation(name)!
  relation.boot()
  const { type, localKey, foreignKey } = relation as typeof relation & Keys
  if (type !== 'belongsTo' && type !== 'hasOne') return false
  const [mine, theirs] = type === 'belongsTo' ? [foreignKey, localKey] : [localKey, foreignKey]
  const kept = (await rowsKept(relation.relatedModel())) as AnyRecord[] | null
  const own = kept?.find((row) => row[theirs] === (record as AnyRecord)[mine])
  if (own) record.$setRelated(name as never, own as never)
  return own !== undefined
}

type Keys = { localKey: string; foreignKey: string }

/** In the place of one that was joined into another, that other one. */
export async function recordOrSuccessor(
  resource: AnyResource,
  id: unknown,
  viewer: Viewer,
  find = recordOf
): Promise<AnyRecord> {
  try {
    return await find(resource, id, { viewer })
  } catch (error) {
    const former = error instanceof E_NO_SUCH_RECORD ? idIn(id) : null
    const successor = former === null ? null : await resource.show.successor?.(former)
    if (!successor) throw error
    return find(resource, successor, { viewer })
  }
}
