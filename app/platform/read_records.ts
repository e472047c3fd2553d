import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { rowsKeptOf } from '#app/platform/kept_models'
import { rows, type Client } from '#app/platform/rows'

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
  const shape = shapeOf(model)
  const found = (await rows<Row>(client, sql, bindings)).map((row) => readOnly(shape, row))
  for (const name of relations) await relate(found, model, { name, client })
  return found as LucidRow[] as R[]
}

/** Whether the model adds to its records what is no column of theirs, once they are read. */
const hasReadHooks = (model: LucidModel) => model.$hooks.has('after:fetch')

function withRelations<R extends LucidRow>(
  query: ModelQueryBuilderContract<LucidModel, R>,
  relations: readonly string[]
): Promise<R[]> {
  for (const name of relations) void query.preload(name as never)
  return query.exec() as Promise<R[]>
}

function readOnly(shape: object, row: Row): Behind {
  const record = Object.create(shape) as Behind
  record.$row = row
  record.$related = {}
  return record
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
  const kept = rowsKeptOf(relation.relatedModel(), client)
  const others = (await (kept ?? readRecords(relation.eagerQuery(found, client)))) as Behind[]
  const byKey = Map.groupBy(others, (other) => other[theirs])
  for (const record of found) {
    const own = byKey.get(record[mine]) ?? []
    record.$related[name] = type === 'hasMany' ? own : (own[0] ?? null)
  }
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
