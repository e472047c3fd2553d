import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { hasReadHooks, readAtOnce } from '#app/platform/read_records'

type Query = ModelQueryBuilderContract<LucidModel, LucidRow>
type Attributes = LucidRow & Record<string, unknown>
type Keyed = {
  type: string
  localKey: string
  foreignKey: string
  onQueryHook?: unknown
  relatedModel(): LucidModel
  boot(): void
}

type Asked = {
  name: string
  isMany: boolean
  query: Query
}

/**
 * Reads what belongs to one record, all of it in one statement, for pages that only show it: like
 * `readRecords`, it cannot be changed or saved.
 */
export async function readRelated(record: LucidRow, relations: readonly string[]): Promise<void> {
  const model = record.constructor as LucidModel
  const asked: Asked[] = []
  for (const name of relations) {
    const relation = model.$getRelation(name)! as object as Keyed
    relation.boot()
    const key = keyIn(record as Attributes, relation)
    if (!key) await record.load(name as never)
    else if (key.value === null) record.$setRelated(name as never, null as never)
    else {
      const query = relation.relatedModel().query() as Query
      void query.where(key.attribute, key.value)
      asked.push({ name, isMany: relation.type === 'hasMany', query })
    }
  }
  const found = await readAtOnce(asked.map(({ query }) => ({ query, relations: [] })))
  for (const [nth, { name, isMany }] of asked.entries()) {
    record.$setRelated(name as never, (isMany ? found[nth] : (found[nth][0] ?? null)) as never)
  }
}

type Key = { attribute: string; value: string | number | null }

/** By what the related rows know the record; none where Lucid alone can find them. */
function keyIn(record: Attributes, relation: Keyed): Key | null {
  const { type, localKey, foreignKey, onQueryHook } = relation
  if (onQueryHook || hasReadHooks(relation.relatedModel())) return null
  if (type === 'belongsTo')
    return { attribute: localKey, value: record[foreignKey] as Key['value'] }
  if (type !== 'hasOne' && type !== 'hasMany') return null
  return { attribute: foreignKey, value: record[localKey] as Key['value'] }
}
