import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { marks, rows } from '#app/platform/rows'

type Columns = Record<string, unknown>

/**
 * Stores records of models with statements that go straight to the driver: building an INSERT by
 * the query builder costs more than running it. Reading is left as it is.
 */
export class DirectAdapter extends Adapter {
  override async insert(record: LucidRow, columns: Columns): Promise<void> {
    const model = record.constructor as LucidModel
    const [names, values] = given(columns)
    const key = this.#keyOf(model)
    const [stored] = await rows<Columns>(
      this.modelClient(record),
      `insert into ${model.table} (${names.join(', ')}) values (${marks(names)}) returning ${key}`,
      values
    )
    if (!model.selfAssignPrimaryKey) record.$consumeAdapterResult(stored)
  }

  override async update(record: LucidRow, changed: Columns): Promise<void> {
    const model = record.constructor as LucidModel
    const [names, values] = given(changed)
    await rows(
      this.modelClient(record),
      `update ${model.table} set ${names.map((name) => `${name} = ?`).join(', ')} where ${this.#keyOf(model)} = ?`,
      [...values, record.$primaryKeyValue]
    )
  }

  #keyOf(model: LucidModel): string {
    return model.$keys.attributesToColumns.get(model.primaryKey, model.primaryKey)
  }
}

/** Quoted names and values; a column without a value takes its default. */
function given(columns: Columns): [names: string[], values: unknown[]] {
  const set = Object.entries(columns).filter(([, value]) => value !== undefined)
  return [set.map(([name]) => `"${name}"`), set.map(([, value]) => value)]
}
