/** Characters that one message may have. */
export const LONGEST_WORDS = 5000

export type Unreadable = 'missing' | 'too_long'
export type Words =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Unreadable }

/** What somebody wrote, its ends trimmed, its lines ended alike whatever the browser sends. */
export function readWords(typed: string | null | undefined): Words {
  const text = (typed ?? '').replaceAll(/\r\n?/g, '\n').trim()
  if (text === '') return { ok: false, reason: 'missing' }
  return [...text].length > LONGEST_WORDS ? { ok: false, reason: 'too_long' } : { ok: true, text }
}
