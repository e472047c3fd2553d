import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { marks, rows, updateColumns, type Client } from '#app/platform/rows'
import { retryingBusy } from '#app/platform/transaction'

type Columns = Record<string, unknown>

/**
 * Stores records of models with statements that go straight to the driver: building an INSERT by
 * the query builder costs more than running it. Reading is left as it is.
 */
export class DirectAdapter extends Adapter {
  override async insert(record: LucidRow, columns: Columns): Promise<void> {
    const model = record.constructor as LucidModel
    const given = givenIn(columns)
    const names = Object.keys(given).map((name) => `"${name}"`)
    const sql = `insert into ${model.table} (${names.join(', ')}) values (${marks(names)}) returning ${keyOf(model)}`
    const client = this.modelClient(record)
    const [stored] = await patiently(client, () => rows<Columns>(client, sql, Object.values(given)))
    if (!model.selfAssignPrimaryKey) record.$consumeAdapterResult(stored)
  }

  override async update(record: LucidRow, changed: Columns): Promise<void> {
    const model = record.constructor as LucidModel
    const own = { [keyOf(model)]: record.$primaryKeyValue }
    const given = givenIn(changed)
    if (Object.keys(given).length === 0) return
    const client = this.modelClient(record)
    await patiently(client, () => updateColumns(client, model.table, own, given))
  }
}

/** A transaction is repeated as a whole, by whoever began it. */
const patiently = <T>(client: Client, write: () => Promise<T>): Promise<T> =>
  client.isTransaction ? write() : retryingBusy(write)

const keyOf = (model: LucidModel): string =>
  model.$keys.attributesToColumns.get(model.primaryKey, model.primaryKey)

/** A column without a value takes its default, or stays as it is. */
const givenIn = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
