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

/** Characters of a message that stand in the mail about it. */
const LONGEST_EXCERPT = 300

/** How a message begins, cut between words; the rest is read where the mail leads. */
export function excerptOf(text: string): string {
  const characters = [...text]
  if (characters.length <= LONGEST_EXCERPT) return text
  const beginning = characters.slice(0, LONGEST_EXCERPT).join('')
  return `${beginning.replace(/\s+\S*$/, '')}…`
}
