import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type Rows = unknown[] | { rows: unknown[] }

/** Inserts a row unless one with its id is there; says whether this call was the one. */
export async function insertOnce(
  client: QueryClientContract,
  table: 'web_used_captchas' | 'web_form_answers',
  row: { id: string } & Record<string, string | number>
): Promise<boolean> {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const result: Rows = await client.rawQuery(
    `insert into ${table} (${columns.join(', ')}) values (${places}) on conflict (id) do nothing returning id`,
    Object.values(row)
  )
  return (Array.isArray(result) ? result : result.rows).length === 1
}
