export type QuantityRefusal = 'missing' | 'not_whole' | 'too_many'

/** What somebody typed as how many; nothing typed is no quantity. */
export function readQuantity(
  typed: string,
  most: number
): { ok: true; quantity: number } | { ok: false; reason: QuantityRefusal } {
  const text = typed.trim()
  if (text === '') return { ok: false, reason: 'missing' }
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) return { ok: false, reason: 'not_whole' }
  return Number(text) > most
    ? { ok: false, reason: 'too_many' }
    : { ok: true, quantity: Number(text) }
}
