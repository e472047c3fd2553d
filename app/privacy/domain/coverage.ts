import type { DataMap } from './data_map.js'

/** Table → its columns, as the database has them. */
export type DatabaseColumns = Readonly<Record<string, readonly string[]>>

/** Tables of the migrator and of the engine, which hold nothing about a person. */
const BOOKKEEPING = /_schema(_versions)?$|^sqlite_/

/** `table.column` of every column without a rule, in alphabetical order. */
export function columnsWithoutRule(database: DatabaseColumns, map: DataMap): string[] {
  return Object.entries(database)
    .filter(([table]) => !BOOKKEEPING.test(table))
    .flatMap(([table, columns]) =>
      columns
        .filter((column) => !Object.hasOwn(map[table] ?? {}, column))
        .map((column) => `${table}.${column}`)
    )
    .sort()
}

/** `table.column` of every rule whose table exists without that column, in alphabetical order. */
export function rulesWithoutColumn(database: DatabaseColumns, map: DataMap): string[] {
  return Object.entries(map)
    .filter(([table]) => Object.hasOwn(database, table))
    .flatMap(([table, rules]) =>
      Object.keys(rules)
        .filter((column) => !database[table].includes(column))
        .map((column) => `${table}.${column}`)
    )
    .sort()
}
