import type { LucidModel } from '@adonisjs/lucid/types/model'

type Row = Record<string, unknown>

/** Columns of a model under its table's name, so that one statement reads several records. */
export function columnsOf(...models: LucidModel[]): string[] {
  return models.flatMap(({ table, $columnsDefinitions }) =>
    [...$columnsDefinitions.values()].map(
      ({ columnName }) => `${table}.${columnName} as ${table}__${columnName}`
    )
  )
}

/** The record of one model out of such a row; none where a left join found nothing. */
export function recordIn<T extends LucidModel>(model: T, row: Row): InstanceType<T> | null {
  const prefix = `${model.table}__`
  const own = Object.entries(row).filter(([name]) => name.startsWith(prefix))
  return model.$createFromAdapterResult(
    Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
  ) as InstanceType<T> | null
}
