import { fold } from '#core/customers'

/** A stretch of a text; `hit` when it is what was searched for. */
export type Piece = { text: string; hit: boolean }

const MOST_TERMS = 5

/** The words of a search as they are compared: lower case, without accents. */
export const searchTerms = (search: string): string[] =>
  fold(search).split(' ').filter(Boolean).slice(0, MOST_TERMS)

/** Whether every term occurs somewhere in the text, however it is accented. */
export function holdsTerms(text: string, terms: readonly string[]): boolean {
  const folded = fold(text)
  return terms.every((term) => folded.includes(term))
}

/**
 * The text cut where the terms begin and end, with its own letters: `Müller` searched for by
 * `mull` gives `Müll` as a hit and `er`.
 */
export function markedText(text: string, terms: readonly string[]): Piece[] {
  const signs = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  const hits = hitsIn(signs, terms)
  const pieces: Piece[] = []
  signs.forEach((sign, index) => {
    const last = pieces.at(-1)
    if (last?.hit === hits.has(index)) last.text += sign
    else pieces.push({ text: sign, hit: hits.has(index) })
  })
  return pieces
}

/** Folding may make two letters of one (`ß`), so each folded unit knows its sign. */
function hitsIn(signs: readonly string[], terms: readonly string[]): Set<number> {
  const folded = signs.map((sign) => (/\s/.test(sign) ? ' ' : fold(sign)))
  const whole = folded.join('')
  const owners = folded.flatMap((part, index) =>
    [...part].flatMap((unit) => unit.split('').map(() => index))
  )
  const hits = new Set<number>()
  for (const term of terms) {
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + term.length)) {
      for (const index of owners.slice(at, at + term.length)) hits.add(index)
    }
  }
  return hits
}
