import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { rowsKeptOf } from '#app/platform/kept_models'
import { marks, rows, type Client } from '#app/platform/rows'
import { dialect } from '#app/platform/transaction'

type Row = Readonly<Record<string, unknown>>
type Query = ModelQueryBuilderContract<LucidModel, LucidRow>
type Related = LucidRow | LucidRow[] | null
/** What stands behind a record that is only read. */
type Behind = LucidRow & { $row: Row; $related: Record<string, Related> } & Record<string, unknown>

/** The relations whose rows know their record by one key. */
type Keyed = {
  type: string
  localKey: string
  foreignKey: string
  onQueryHook?: unknown
  relatedModel(): LucidModel
  boot(): void
  eagerQuery(records: readonly LucidRow[], client: Client): Query
}
const KEYED: readonly string[] = ['belongsTo', 'hasOne', 'hasMany']

/**
 * The records of a query, with these relations, for pages that only show them. They have the
 * attributes, getters and predicates of their model but cannot be changed or saved. That makes
 * them several times cheaper: a column is converted when somebody reads it.
 */
export async function readRecords<R extends LucidRow>(
  query: ModelQueryBuilderContract<LucidModel, R>,
  relations: readonly string[] = []
): Promise<R[]> {
  const { model, client } = query
  if (hasReadHooks(model)) return withRelations(query, relations)
  const { sql, bindings } = query.toSQL()
  const found = readOnly(model, await rows<Row>(client, sql, bindings))
  for (const name of relations) await relate(found, model, { name, client })
  return found as LucidRow[] as R[]
}

/** Those of a model with these ids, in this order; whether they may be seen was asked before. */
export async function readRecordsById(
  model: LucidModel,
  ids: readonly number[],
  relations: readonly string[] = []
): Promise<LucidRow[]> {
  const found = await readAnyById(model, ids, relations)
  const byId = new Map(found.map((record) => [Number(record.$primaryKeyValue), record]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function readAnyById(
  model: LucidModel,
  ids: readonly number[],
  relations: readonly string[]
): Promise<LucidRow[]> {
  const { primaryKey } = model
  const query = model.query()
  if (hasReadHooks(model)) return withRelations(query.whereIn(primaryKey, [...ids]), relations)
  const { client } = query
  const found = await withKeys(model, ids, { attribute: primaryKey, client })
  for (const name of relations) await relate(found, model, { name, client })
  return found
}

type Asked = { query: Query; relations: readonly string[] }

/**
 * The records of queries of several models, all in one statement, and one more for what belongs
 * to each of them. Not for models that add something to their records once they are read.
 */
export async function readAtOnce(asked: readonly Asked[]): Promise<LucidRow[][]> {
  if (asked.length === 0) return []
  const { client } = asked[0].query
  const parts = asked.map(({ query }, nth) => asJson(query, nth))
  const read = await rows<{ nth: number; record: string }>(
    client,
    parts.map(({ sql }) => sql).join(' union all '),
    parts.flatMap(({ bindings }) => bindings)
  )
  const answers = asked.map(({ query: { model } }, nth) => {
    const own = read.filter((row) => Number(row.nth) === nth)
    return readOnly(
      model,
      own.map(({ record }) => JSON.parse(record) as Row)
    )
  })
  for (const [nth, { query, relations }] of asked.entries()) {
    for (const name of relations) await relate(answers[nth], query.model, { name, client })
  }
  return answers
}

/** Rows of all tables fit one statement as text. */
function asJson(query: Query, nth: number) {
  const { sql, bindings } = query.toSQL()
  const columns = [...query.model.$columnsDefinitions.values()]
  const pairs = columns.map(({ columnName }) => `'${columnName}', "${columnName}"`).join(', ')
  const isPostgres = dialect(query.client) === 'postgres'
  const row = isPostgres ? `cast(row_to_json(part) as text)` : `json_object(${pairs})`
  return { sql: `select ${nth} as nth, ${row} as record from (${sql}) as part`, bindings }
}

/** The query builder would take as long as the statement. */
async function withKeys(
  model: LucidModel,
  keys: readonly unknown[],
  { attribute, client }: { attribute: string; client: Client }
): Promise<Behind[]> {
  if (keys.length === 0) return []
  const { columnName } = model.$getColumn(attribute)!
  const sql = `select * from ${model.table} where "${columnName}" in (${marks(keys)})`
  return readOnly(model, await rows<Row>(client, sql, keys))
}

/** Whether the model adds to its records what is no column of theirs, once they are read. */
export const hasReadHooks = (model: LucidModel) => model.$hooks.has('after:fetch')

function withRelations<R extends LucidRow>(
  query: ModelQueryBuilderContract<LucidModel, R>,
  relations: readonly string[]
): Promise<R[]> {
  for (const name of relations) void query.preload(name as never)
  return query.exec() as Promise<R[]>
}

/** Rows of a statement of one's own, which has every column of the model, as `readRecords` does. */
export const recordsFrom = <R extends LucidRow>(
  model: LucidModel & { new (): R },
  found: readonly Row[]
): R[] => readOnly(model, found) as LucidRow[] as R[]

function readOnly(model: LucidModel, found: readonly Row[]): Behind[] {
  const shape = shapeOf(model)
  return found.map((row) => {
    const record = Object.create(shape) as Behind
    record.$row = row
    record.$related = {}
    return record
  })
}

/** Reads what belongs to all these records, in one statement. */
async function relate(
  found: Behind[],
  model: LucidModel,
  { name, client }: { name: string; client: Client }
): Promise<void> {
  if (found.length === 0) return
  const relation = model.$getRelation(name) as object as Keyed
  if (!KEYED.includes(relation.type)) {
    throw new Error(`${model.name}.${name}: a list reads no relation of type ${relation.type}`)
  }
  relation.boot()
  const { type, localKey, foreignKey } = relation
  const [mine, theirs] = type === 'belongsTo' ? [foreignKey, localKey] : [localKey, foreignKey]
  const others = await relatedTo(found, relation, { mine, theirs, client })
  const byKey = Map.groupBy(others, (other) => other[theirs])
  for (const record of found) {
    const own = byKey.get(record[mine]) ?? []
    record.$related[name] = type === 'hasMany' ? own : (own[0] ?? null)
  }
}

type By = { mine: string; theirs: string; client: Client }

async function relatedTo(
  found: Behind[],
  relation: Keyed,
  { mine, theirs, client }: By
): Promise<Behind[]> {
  const model = relation.relatedModel()
  const kept = rowsKeptOf(model, client)
  if (kept) return (await kept) as Behind[]
  if (relation.onQueryHook || hasReadHooks(model)) {
    return (await readRecords(relation.eagerQuery(found, client))) as Behind[]
  }
  const keys = new Set(found.map((record) => record[mine]).filter((key) => key !== null))
  return withKeys(model, [...keys], { attribute: theirs, client })
}

const shapes = new Map<LucidModel, object>()

/** The model's prototype with a getter for each column and relation; made once a model. */
function shapeOf(model: LucidModel): object {
  const known = shapes.get(model)
  if (known) return known
  model.boot()
  const getters: Record<string, (this: Behind) => unknown> = {
    $primaryKeyValue() {
      return this[model.primaryKey]
    },
    $extras() {
      return this.$row
    },
  }
  for (const [attribute, { columnName, consume }] of model.$columnsDefinitions) {
    getters[attribute] = function () {
      const value = this.$row[columnName]
      return consume ? consume(value, attribute, this) : value
    }
  }
  for (const name of model.$relationsDefinitions.keys()) {
    getters[name] = function () {
      return this.$related[name]
    }
  }
  const described = Object.entries(getters).map(([name, get]) => [name, { get, enumerable: true }])
  const shape: object = Object.create(
    model.prototype as object,
    Object.fromEntries(described) as PropertyDescriptorMap
  )
  shapes.set(model, shape)
  return shape
}
