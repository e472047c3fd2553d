import { rows, type Client } from '#core/platform'

/** The last number of each sequence whose key begins like that, by its key. */
export async function lastInSequences(
  client: Client,
  beginning: string
): Promise<ReadonlyMap<string, number>> {
  const sql = 'select key, value from numbering_sequences where substr(key, 1, ?) = ? order by key'
  const bindings = [beginning.length, beginning]
  const found = await rows<{ key: string; value: number }>(client, sql, bindings)
  return new Map(found.map(({ key, value }) => [key, Number(value)]))
}
