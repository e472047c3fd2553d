import type { Viewer } from '#core/admin'

type Address = Readonly<Record<string, unknown>>

const CODE = /^[A-Z]{1,2}\d{3,7}$/
const WORD = /^[a-z_]{1,30}$/

/** What the last click brought about, out of the address; null where it says nothing we know. */
export function presentSaid({ said, refused, code: typed }: Address, { t, has }: Viewer) {
  const word = said ?? refused
  if (typeof word !== 'string' || !WORD.test(word)) return null
  const key = `queue-caller.${said ? 'counter.said' : 'refusals'}.${word}`
  if (!has(key)) return null
  const code = typeof typed === 'string' && CODE.test(typed) ? typed : ''
  const text = t(key, { code: code === '' ? '–' : code })
  return { text, tone: said ? 'success' : 'warning', issued: word === 'issued' ? code : null }
}
