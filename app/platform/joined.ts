import type { LucidModel } from '@adonisjs/lucid/types/model'

/** A row of several models. */
export type JoinedRow = Record<string, unknown>

type Column = { own: string; joined: string }

const known = new WeakMap<LucidModel, Column[]>()

/** The columns of a model and what they are called in a row of several models. */
function columnsIn(model: LucidModel): Column[] {
  const columns =
    known.get(model) ??
    [...model.$columnsDefinitions.values()].map(({ columnName: own }) => ({
      own,
      joined: `${model.table}__${own}`,
    }))
  known.set(model, columns)
  return columns
}

/** Columns of models under their table's name, so that one statement reads several records. */
export function columnsOf(...models: LucidModel[]): string[] {
  return models.flatMap((model) =>
    columnsIn(model).map(({ own, joined }) => `${model.table}.${own} as ${joined}`)
  )
}

/** The record of one model out of such a row; none where a left join found nothing. */
export function recordIn<T extends LucidModel>(model: T, row: JoinedRow): InstanceType<T> | null {
  const own: JoinedRow = {}
  for (const column of columnsIn(model)) own[column.own] = row[column.joined]
  return model.$createFromAdapterResult(own) as InstanceType<T> | null
}
