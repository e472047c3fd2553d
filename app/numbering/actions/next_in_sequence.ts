import { rows, type Trx } from '#core/platform'

/**
 * 1, 2, 3, … for a key: no duplicate, and no gap when transactions roll back. The counter stays
 * locked until the transaction ends, so draw late.
 */
export async function nextInSequence(trx: Trx, key: string): Promise<number> {
  const [drawn] = await rows<{ value: number }>(
    trx,
    `insert into numbering_sequences (key, value) values (?, 1)
     on conflict (key) do update set value = numbering_sequences.value + 1 returning value`,
    [key]
  )
  return drawn.value
}
