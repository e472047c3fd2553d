/** Legal ground of GDPR article 6 on which a column is kept. */
export type Basis =
  'contract' | 'consent' | 'legal_obligation' | 'public_task' | 'legitimate_interest'

/** `delete` removes the row, `blank` empties the column, `keep` leaves it and needs a `because`. */
export type Erasure = 'delete' | 'blank' | 'pseudonymise' | 'keep'

/** How long: months after the last use, or as long as the row that it belongs to. */
export type Retention = { months: number } | 'with_owner'

/** What a column that says something about a person is for, and what happens to it. */
export interface PersonalRule {
  /** One word of `privacy.purposes`, e.g. `service`, `contact`, `security`, `accountability`. */
  purpose: string
  basis: Basis
  retention: Retention
  /** Whether the person finds it in the export of their data. */
  export: boolean
  erase: Erasure
  /** Why it may stay, where `erase` is `keep`; for the record of processing. */
  because?: string
}

export type ColumnRule = { personal: false } | ({ personal: true } & PersonalRule)

/** Column name in the database → its rule. */
export type TableMap = Readonly<Record<string, ColumnRule>>

/** Table name → its columns: what every module and plugin declares under `privacy`. */
export type DataMap = Readonly<Record<string, TableMap>>

/**
 * Says for every column of the module's tables what it is for.
 *
 *     export default dataMap({
 *       booking_appointments: {
 *         ...notPersonal('id', 'public_id', 'version'),
 *         ...personal(contact, 'first_name', 'last_name', 'email'),
 *       },
 *     })
 */
export function dataMap(tables: DataMap): DataMap {
  return tables
}

/** Columns that say nothing about a person; the audit trail may keep their values. */
export function notPersonal(...columns: string[]): TableMap {
  return Object.fromEntries(columns.map((column) => [column, { personal: false }]))
}

/** Columns about a person, all under one rule; the audit trail keeps only their names. */
export function personal(rule: PersonalRule, ...columns: string[]): TableMap {
  return Object.fromEntries(columns.map((column) => [column, { personal: true, ...rule }]))
}

/** Rules that cannot stand: what is kept on erasure needs a reason. */
export function incompleteRules(map: DataMap): string[] {
  return Object.entries(map).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([, rule]) => rule.personal && rule.erase === 'keep' && !rule.because)
      .map(([column]) => `${table}.${column}`)
  )
}
