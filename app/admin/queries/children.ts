import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { Query, Values } from '#app/admin/definition'
import type { Children, Field, FieldOf } from '#app/admin/fields'
import type { AnyRecord } from '#app/admin/queries/records'

type RowsOf = FieldOf<'rows'> & { of: Children }

/** Fields whose lines are rows of another model. */
export const childFields = (fields: readonly Field[]): RowsOf[] =>
  fields.filter((field): field is RowsOf => field.kind === 'rows' && field.of !== undefined)

/** The rows that belong to a record, in their order. */
export function childrenOf(
  { of }: RowsOf,
  record: LucidRow,
  client: QueryClientContract
): Promise<AnyRecord[]> {
  const query = of.model.query({ client }) as Query<AnyRecord>
  query.where(of.by, Number(record.$primaryKeyValue))
  if (of.order) query.orderBy(of.order)
  return query.orderBy(of.model.primaryKey)
}

/** A row as the form shows it. */
export const lineOf = ({ fields }: RowsOf, row: AnyRecord): Values => ({
  id: Number(row.$primaryKeyValue),
  ...Object.fromEntries(fields.map(({ name }) => [name, row[name] as unknown])),
})
