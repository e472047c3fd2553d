import { rows, type Client } from '#core/platform'

/** Inserts a row unless one with its id is there; says whether this call was the one. */
export async function insertOnce(
  client: Client,
  table: 'web_used_captchas' | 'web_form_answers',
  row: { id: string } & Record<string, string | number>
): Promise<boolean> {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const inserted = await rows(
    client,
    `insert into ${table} (${columns.join(', ')}) values (${places}) on conflict (id) do nothing returning id`,
    Object.values(row)
  )
  return inserted.length === 1
}
