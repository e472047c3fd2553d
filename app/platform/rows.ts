import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidModel, ModelAttributes } from '@adonisjs/lucid/types/model'

/** A connection or a transaction. */
export type Client = QueryClientContract

type Statement = {
  readonly reader: boolean
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): unknown
}
type Handle = { prepare(sql: string): Statement }
type Driver = {
  acquireConnection(): Promise<Handle>
  releaseConnection(handle: Handle): void
  emit(event: 'query', query: { sql: string }): void
}

/**
 * The rows of one statement, plain, with `?` for its bindings. On SQLite it goes to the driver,
 * which keeps it parsed: the query builder would cost five times as much as the statement. For
 * what runs on every page or in every booking; everything else is easier to read with models.
 */
export async function rows<Row>(
  client: Client,
  sql: string,
  bindings: readonly unknown[] = []
): Promise<Row[]> {
  if (client.dialect.name === 'postgres') {
    const answer = await client.rawQuery<{ rows: Row[] }>(sql, bindings as never[])
    return answer.rows
  }
  if (client.isTransaction && 'isCompleted' in client && client.isCompleted) {
    throw new Error('The transaction of this statement has ended')
  }
  const driver: Driver = client.getWriteClient().client
  const handle = await driver.acquireConnection()
  try {
    driver.emit('query', { sql })
    const statement = handle.prepare(sql)
    const values = bindings.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    if (statement.reader) return statement.all(...values) as Row[]
    statement.run(...values)
    return []
  } finally {
    driver.releaseConnection(handle)
  }
}

type Values<T extends LucidModel> = Partial<ModelAttributes<InstanceType<T>>>

/**
 * One guarded UPDATE of a model's table for what runs in every booking; says how many rows it
 * changed. Hooks of the model do not run.
 *
 *     await updateRows(trx, Reservation, { id, version }, { state: 'confirmed', version: version + 1 })
 */
export async function updateRows<T extends LucidModel>(
  client: Client,
  model: T,
  where: Values<T>,
  changes: Values<T>
): Promise<number> {
  const [set, found] = [columnsOf(model, changes), columnsOf(model, where)]
  const changed = await rows(
    client,
    `update ${model.table} set ${set.names.map((name) => `${name} = ?`).join(', ')}
     where ${found.names.map((name) => `${name} = ?`).join(' and ')} returning 1`,
    [...set.values, ...found.values]
  )
  return changed.length
}

function columnsOf<T extends LucidModel>(model: T, values: Values<T>) {
  const given = Object.entries(values).map(([attribute, value]) => {
    const { columnName, prepare } = model.$getColumn(attribute)!
    return [columnName, prepare ? prepare(value, attribute, model as never) : value] as const
  })
  return { names: given.map(([name]) => name), values: given.map(([, value]) => value) }
}

/** `?, ?, ?` for a list. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}
