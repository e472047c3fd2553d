import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export type Client = QueryClientContract

/** Plain rows of one statement; models cost more than the search itself. */
export async function rows<Row>(client: Client, sql: string, bindings: unknown[]): Promise<Row[]> {
  const result = await client.rawQuery<{ rows?: Row[] } & Row[]>(sql, bindings as never[])
  return result.rows ?? result
}

/** `?, ?, ?` for a list. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}
