/** Rows of a raw statement: SQLite's driver answers with the array, PostgreSQL's wraps it. */
export function rowsOf<T>(result: unknown): T[] {
  return Array.isArray(result) ? result : (result as { rows: T[] }).rows
}
