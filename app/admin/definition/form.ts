import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Trx } from '#core/platform'
import type { Field } from '#app/admin/fields'
import type { AnyRow, FieldErrors, Values } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

export type Section = { name: string; fields: Field[] }

type Work = { trx: Trx; viewer: Viewer }

export type FormDefinition<R extends LucidRow = AnyRow> = {
  sections: Section[]
  /** Rules over several fields or rows; runs inside the transaction, before the write. */
  check?: (input: { values: Values; record: R | null } & Work) => Promise<FieldErrors>
  /** Values of fields that are not columns; may run inside a transaction, so on this client. */
  read?: (record: R, client: QueryClientContract) => Promise<Values>
  /**
   * Puts fields that are not columns into columns, before the row is saved. May answer values as
   * they were really stored, for the trail.
   */
  fill?: (record: R, values: Values, work: Work) => Promise<Values | void>
  /** Writes what belongs to the record in other tables, after the row is saved. */
  store?: (record: R, values: Values, work: Work) => Promise<void>
  /** Runs before the row is deleted. */
  removed?: (record: R, work: Work) => Promise<void>
  /** Makes the record in place of a plain insert, e.g. by a use case with rules of its own. */
  create?: (values: Values, viewer: Viewer) => Promise<{ id: number } | { errors: FieldErrors }>
}
