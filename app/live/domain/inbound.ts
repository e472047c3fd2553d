export type Inbound =
  { kind: 'subscribe'; channel: string; seq: number } | { kind: 'unsubscribe'; channel: string }

/** What a browser said, or null for anything it never says. */
export function readInbound(text: string): Inbound | null {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof message !== 'object' || message === null) return null
  const { subscribe, unsubscribe, seq } = message as Record<string, unknown>
  if (typeof subscribe === 'string') {
    return {
      kind: 'subscribe',
      channel: subscribe,
      seq: Number.isSafeInteger(seq) ? Number(seq) : 0,
    }
  }
  return typeof unsubscribe === 'string' ? { kind: 'unsubscribe', channel: unsubscribe } : null
}
